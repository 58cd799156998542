"""Messages and mailboxes: headers, the best body, what is attached."""
