"""Sends with Python's smtplib, as its documentation shows it: PORT COUNT CA [FILE]; CA of "-" is without TLS."""

import email.message
import email.policy
import smtplib
import ssl
import sys

port, count, authority, *files = sys.argv[1:]
message = email.message.EmailMessage(policy=email.policy.SMTP)
message["From"], message["To"], message["Subject"] = "me@example.org", "you@example.net", "Hi"
message.set_content("Hello\n" * 170)
for name in files:
    with open(name, "rb") as file:
        message.add_attachment(file.read(), maintype="application", subtype="octet-stream", filename="big.bin")
with smtplib.SMTP("127.0.0.1", int(port)) as server:
    if authority != "-":
        server.starttls(context=ssl.create_default_context(cafile=authority))
        server.login("me@example.org", "secret")
    for _ in range(int(count)):
        server.send_message(message)
