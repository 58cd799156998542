"""The only room that opens a socket: clients of public services, which hand over what they received byte for byte.

Nothing is read, judged or kept here: ``temoin fetch`` gives each response to the case as a source, with its address,
the time it was retrieved and the tool that asked. Import a client by its module, such as ``temoin.live.ioda``: the
HTTP library behind it is only loaded when somebody fetches.
"""
