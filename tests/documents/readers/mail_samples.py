"""Messages made in code: fictional people and places."""

from email.message import EmailMessage

SUBJECT = "Coupure à Valmora"


def message(text: str = "Le réseau est tombé.\n", **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Ana Lom <ana@courrier.example>",
        "To": "bo@courrier.example",
        "Date": "Wed, 05 Mar 2031 10:00:00 +0100",
        "Subject": SUBJECT,
        "Message-ID": "<1@courrier.example>",
    }.items():
        made[name] = headers.pop(name.lower(), value)
    for name, value in headers.items():
        made[name] = value
    made.set_content(text)
    return made


def raw(body: str | bytes, headers: str = "Content-Type: text/plain; charset=utf-8", subject: str = "Coupure") -> bytes:
    dated = "Date: Wed, 5 Mar 2031 10:00:00 +0100"
    top = f"From: Ana <ana@x.example>\n{dated}\nSubject: {subject}\nMIME-Version: 1.0\n{headers}\n"
    return top.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)
