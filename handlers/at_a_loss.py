"""What is said where nothing was understood: plainly, with what can be done, and with a human to turn to."""

from collections.abc import Mapping

from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.unread import Unread
from bot.chat.wanting import AT_A_LOSS, DECLINED, ONCE_MORE, WANT
from handlers.at_risk import whom
from handlers.contacts import who_listens
from storage.shared.people import Role

router = Router("at a loss")

FIRST = ("whats_next", "programme_timeline", "reflect", "contacts")
OF_ROLE: Mapping[Role, tuple[str, ...]] = {
    Role.DIRECTOR: ("set_up_cohort", "change_timetable", "who_has_joined", "whats_next"),
    Role.ADMINISTRATOR: ("set_up_cohort", "change_timetable", "who_has_joined", "whats_next"),
    Role.PARTICIPANT: ("whats_next", "next_module", "reflect", "my_reminders"),
}
"""What people in a role want first; whoever has several, what goes with the first of these."""

ONLY_ENGLISH = "I’m a bot, and I’m sorry: I read English only."
IN_THEIR_WORDS: Mapping[str, str] = {
    "am": "እንግሊዝኛ ብቻ ነው የምረዳው። እባክዎ በእንግሊዝኛ ይጻፉልኝ።",
    "ar": "أفهم الإنجليزية فقط. من فضلك اكتب لي بالإنجليزية.",
    "bg": "Разбирам само английски. Моля, пишете ми на английски.",
    "bn": "আমি শুধু ইংরেজি বুঝি। অনুগ্রহ করে আমাকে ইংরেজিতে লিখুন।",
    "cy": "Dim ond Saesneg rwy’n ei deall. Ysgrifennwch ataf yn Saesneg, os gwelwch yn dda.",
    "de": "Ich verstehe nur Englisch. Bitte schreiben Sie mir auf Englisch.",
    "el": "Καταλαβαίνω μόνο αγγλικά. Παρακαλώ γράψτε μου στα αγγλικά.",
    "es": "Solo entiendo inglés. Por favor, escríbame en inglés.",
    "fa": "من فقط انگلیسی می‌فهمم. لطفاً به انگلیسی بنویسید.",
    "fr": "Je ne comprends que l’anglais. Écrivez-moi en anglais, s’il vous plaît.",
    "gu": "હું ફક્ત અંગ્રેજી સમજું છું. કૃપા કરીને મને અંગ્રેજીમાં લખો.",
    "he": "אני מבין רק אנגלית. אנא כתבו לי באנגלית.",
    "hi": "मैं केवल अंग्रेज़ी समझता हूँ। कृपया मुझे अंग्रेज़ी में लिखें।",
    "it": "Capisco solo l’inglese. Mi scriva in inglese, per favore.",
    "ja": "英語しか分かりません。英語で書いてください。",
    "ko": "저는 영어만 이해합니다. 영어로 써 주세요.",
    "lt": "Suprantu tik angliškai. Prašau rašyti man angliškai.",
    "nl": "Ik begrijp alleen Engels. Schrijf me alstublieft in het Engels.",
    "pa": "ਮੈਂ ਸਿਰਫ਼ ਅੰਗਰੇਜ਼ੀ ਸਮਝਦਾ ਹਾਂ। ਕਿਰਪਾ ਕਰਕੇ ਮੈਨੂੰ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਲਿਖੋ।",
    "pl": "Rozumiem tylko angielski. Proszę napisać do mnie po angielsku.",
    "pt": "Só entendo inglês. Escreva-me em inglês, por favor.",
    "ro": "Înțeleg doar engleza. Vă rog să-mi scrieți în engleză.",
    "ru": "Я понимаю только по-английски. Пожалуйста, напишите мне по-английски.",
    "so": "Waxaan fahmaa Ingiriis oo keliya. Fadlan iigu soo qor Ingiriis.",
    "sq": "Kuptoj vetëm anglisht. Ju lutem më shkruani në anglisht.",
    "ta": "எனக்கு ஆங்கிலம் மட்டுமே புரியும். தயவுசெய்து எனக்கு ஆங்கிலத்தில் எழுதுங்கள்.",
    "tr": "Yalnızca İngilizce anlıyorum. Lütfen bana İngilizce yazın.",
    "uk": "Я розумію лише англійську. Будь ласка, напишіть мені англійською.",
    "ur": "میں صرف انگریزی سمجھتا ہوں۔ براہِ کرم مجھے انگریزی میں لکھیں۔",
    "ur-latn": "Main sirf English samajhta hoon. Meherbani karke mujhe English mein likhiye.",
    "zh": "我只看得懂英文。请用英文写给我。",
}
WITHOUT_WORDS: Mapping[str, str] = {
    Unread.SIGNS: (
        "I see it, but I can read only words. Whenever you need something, or somebody, say it in a few words, or say "
        "“help”."
    ),
    Unread.MARKS: "I’m here. Say in a few words what you would like, or “help” to see what I can do.",
    Unread.NUMBER: "I see a number, but I don’t know what it is for. Say it with a word or two, such as “module 3”.",
}

CANNOT_RING = (
    "I’m a bot, and can’t ring {emergency} for you. If you or somebody else is in danger, please ring {emergency} now, "
    "from any phone."
)


@router.pressed(AT_A_LOSS, strangers=True, aside=True)
async def at_a_loss(turn: Turn, why: str) -> None:
    if why == Unread.NUMBER and (emergency := await _emergency(turn)):
        await turn.say(CANNOT_RING.format(emergency=emergency))
    elif why in WITHOUT_WORDS:
        await turn.say(WITHOUT_WORDS[why])
    elif why in IN_THEIR_WORDS or why == Unread.LANGUAGE:
        human = await who_listens(turn) if turn.speaker is not None else ""
        words = f"{ONLY_ENGLISH} {await _in_danger(turn)}"
        await turn.say("\n\n".join(filter(None, [IN_THEIR_WORDS.get(why), words, human])))
    elif why == ONCE_MORE:
        human = await who_listens(turn)
        words = (
            "I’m sorry, I don’t follow, so I won’t guess any further. Here is what I can do; “help” shows all of it."
        )
        await turn.say(Message("\n\n".join(filter(None, [words, human])), buttons=_what_i_can_do(turn)))
    else:
        begins = (
            "All right, nothing has changed."
            if why == DECLINED
            else "I didn’t understand that, so nothing has changed."
        )
        await turn.say(
            Message(
                f"{begins} Say it in other words, or choose one of these; “help” shows all that I can do.",
                buttons=_what_i_can_do(turn),
            )
        )


async def _in_danger(turn: Turn) -> str:
    return " ".join(f"If you are in danger, call {literal(number)}." for number in await _emergencies(turn))


async def _emergency(turn: Turn) -> str:
    """The number of theirs, if it is one, by which help is rung for; else nothing."""
    typed = turn.text.strip(" .!?")
    return literal(typed) if typed in await _emergencies(turn) else ""


async def _emergencies(turn: Turn) -> list[str]:
    cohorts = await whom.cohorts_of(turn.db, turn.speaker) if turn.speaker is not None else []
    return [each.emergency for each in whom.helplines(turn.kit, whom.programmes_of(turn.kit, cohorts))]


def _what_i_can_do(turn: Turn) -> tuple[Button, ...]:
    """What people in their role want first, and a way to the rest."""
    first = next((names for role, names in OF_ROLE.items() if role in turn.roles), FIRST)
    titles = {name: turn.kit.routes.intents[name].words.title for name in first}
    return (
        *(Button(title, WANT(name)) for name, title in titles.items()),
        Button("Everything I can do", WANT("help")),
    )
