"""The services on which an audience is counted, as texts write them, and whether a word is one of them."""

_PRINTED: dict[str, str] = {
    "Facebook": "facebook fb",
    "Instagram": "instagram insta ig",
    "Twitter": "twitter",
    "X": "x",
    "YouTube": "youtube",
    "TikTok": "tiktok",
    "Telegram": "telegram",
    "WhatsApp": "whatsapp",
    "VKontakte": "vkontakte vk",
    "Odnoklassniki": "odnoklassniki",
    "LinkedIn": "linkedin",
    "Snapchat": "snapchat",
    "Threads": "threads",
    "Bluesky": "bluesky",
    "Mastodon": "mastodon",
    "Weibo": "weibo",
    "WeChat": "wechat weixin",
    "Douyin": "douyin",
    "Twitch": "twitch",
    "Reddit": "reddit",
    "Discord": "discord",
    "Signal": "signal",
    "Pinterest": "pinterest",
    "Dailymotion": "dailymotion",
    "Rumble": "rumble",
    "Gettr": "gettr",
}
PLATFORMS: dict[str, str] = {word: name for name, words in _PRINTED.items() for word in words.split()}


def platform_named(printed: str) -> str | None:
    """Return the platform that a capitalised word names; None where it names none.

    Examples
    --------
    >>> platform_named("Youtube"), platform_named("Nord")
    ('YouTube', None)
    """
    return PLATFORMS.get(printed.lower())
