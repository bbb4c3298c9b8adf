"""What only Telegram has to be told about, in its people's words."""

STAYS = (
    "I couldn’t delete your own message here: Telegram lets me do that for two days. To delete it yourself, hold it, "
    "and choose *Delete*."
)
# Beneath words that are HTML already.
FILE_STAYS = (
    "The recording or picture I can’t take away: Telegram lets me do that for two days. To delete it yourself, hold "
    "it, and choose <b>Delete</b>."
)
STAYS_IN_PUBLIC = (
    "Everybody in that group can read what you wrote there, and I couldn’t delete it. To delete it, hold it, and "
    "choose *Delete for everyone*. Next time, write to me here."
)
IN_GROUPS = (
    "In a group on Telegram, everybody sees your name and photo, and may see your number and when you were last here. "
    "To choose who does, open *Settings*, then *Privacy and Security*:\n\n"
    "- *Phone Number*: “Nobody”, and who can find you by it: “My Contacts”\n"
    "- *Last Seen & Online*: “Nobody”\n"
    "- *Profile Photos*: “My Contacts”\n"
    "- *Forwarded Messages*: “Nobody”, so that what is passed on does not lead to you\n\n"
    "What you write in a group is seen by everybody in it. What is for you alone, write to me here."
)
SEEN_BY = "Telegram itself can see what we write to each other"
ELSEWHERE = "I’ve answered in our own chat, as this is a group."
OPEN_OUR_CHAT = "Open our chat"

MENU_OF_STRANGERS = {"start": "Say hello", "join": "Join with a code", "help": "See what I can do"}
MENU_OF_GROUPS = {"help": "See what I can do"}
