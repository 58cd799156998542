"""What leaves for office programs: workbooks that people fill in and send back, and comments in a copy of a draft."""
