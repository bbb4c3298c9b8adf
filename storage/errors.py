"""What can go wrong below the chat, in plain types that everything above may catch."""


class Taken(Exception):
    """A constraint decided for somebody else: a name, an address, a place that only one can have."""


class StorageFull(Exception):
    """The disk is full: nothing was kept, and the sender is asked to send it again later."""


class StorageBusy(Exception):
    """Another process held the database longer than we wait; nothing was changed."""


class RunAgain(Exception):
    """Two transactions got in each other's way, and this one was undone for it: do it again."""


class MasterKeyProblem(Exception):
    """A master key is missing, malformed or not the one that these stores were made with. Its text says what to do."""


class OpenedWithWrongKey(Exception):
    """A row did not open under its owner's key. This is an incident: it is counted, never worked around."""


class Gone(Exception):
    """The vault's key has been destroyed: there is nothing left that could be opened."""
