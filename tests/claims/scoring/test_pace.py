"""The pace is that of one core, and a peer that is not installed is not asked."""

from temoin.claims.scoring.pace import Peer, megabytes_a_second


def test_a_reader_that_does_nothing_is_faster_than_one_that_counts():
    text = "Atlasie " * 20_000
    assert megabytes_a_second(lambda _: None, [text]) > megabytes_a_second(lambda said: [*said], [text])


def test_a_peer_that_is_not_installed_is_not_at_hand():
    assert not Peer("nobody", ("no_such_module_at_all",), lambda: lambda _: None).at_hand
    assert Peer("somebody", ("json",), lambda: lambda _: None).at_hand
