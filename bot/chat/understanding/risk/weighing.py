"""How heavily the words of a sentence weigh together, where no idea that is known is in it: the last to be asked.

A grave word is one seldom typed about appointments; lesser ones add to it, and never count alone. What is said of work,
or gladly, lightens it.
"""

from collections.abc import Iterable, Mapping

from bot.chat.understanding.risk.concepts import CONCEPTS
from bot.chat.understanding.risk.groups import VOCABULARY

ENOUGH = 5
"""What a sentence has to weigh; it may be lighter by one where somebody says nothing but this of themselves."""

LESSER_AT_MOST, LIGHTER_AT_MOST = 3, 4
"""How much the words of either kind count together."""

GRAVEST = (
    "suicide suicidal suicides kill kills killing killed die dies died dying dead death overdose overdosed overdosing "
    "rape raped rapes raping molested strangled strangles strangle strangling throttled noose slit harming abused "
    "abuses abusing abuser abusive assaulted assault stalked stalker stalking groped murder murdered hanging hanged "
    "drown drowned drowning worthless hopeless unbearable stabbed stab bruises bruised bruise beats beaten violent "
    "violence trafficked blackmail blackmailed blackmailing groomed suffocate harm harmed bleed bleeding bled"
)
GRAVE = (
    "pills tablets paracetamol ibuprofen antidepressants sertraline citalopram codeine insulin diazepam medication "
    "morphine bleach blade blades razor razors knife knives gun shotgun hammer machete rope ligature petrol belt hurt "
    "hurts hurting burns burn burned burning cuts cutting punch punches punched punching hit hits hitting slap slaps "
    "slapped slapping kick kicks kicked kicking shove shoved shoves pushed pushes choke choked choking threaten "
    "threatens threatened threatening threats smashed smashes grabbed grabs dragged drags knocks spat pinned forced "
    "forces forcing shakes shaken shook shaking scratches scratching robbed robbing steals stealing stole starve "
    "starving starved wrist wrists throat knuckles veins scars scar wound wounds blood unconscious slurring collapsed "
    "swallowed swallow scared afraid frightened terrified petrified fear fears dread dreading panic panicking despair "
    "desperate trapped suffering agony torment torture misery numb numbness empty emptiness hollow shell ghost broken "
    "ruined depressed depression alone lonely loneliness unloved unwanted ashamed shame guilt disgust disgusting hates "
    "loathe crying cry cries cried sobbing sobbed weeping wept tears tearful screaming screams voices nightmares "
    "flashbacks hunted hounded poison poisoned poisoning begging begged ribs jaw limp dizzy vanish disappear "
    "disappeared burden pointless meaningless useless failure goodbye goodbyes farewell forgive funeral grave coffin "
    "heaven afterlife buried ashes cremated jump jumped jumping tracks ledge rooftop drunk drinking vodka whisky gin "
    "alcohol drank relapsed using heroin cocaine sober touches touched touching naked sex sexually undressed photos "
    "nudes marks mark marry marriage punishment punished punish locked locks cellar allowed refuses passport control "
    "controls controlling followed follows tracker ambulance police danger unsafe crisis samaritans breakdown cope "
    "coping survive survived surviving alive existing exist existence breathe breathing born wake woken awake soul "
    "godless pain"
)
LESSER = (
    "living live life lives bridge cliff railway roof nothing floor salary wages broke "
    "hate hated i me my myself he she him her they them himself herself husband wife partner ex boyfriend "
    "girlfriend son daughter stepson stepdaughter stepdad stepfather stepmum kids children child baby girl boy lad "
    "pupil student mum dad father mother brother sister uncle grandson granddaughter neighbour old lady carer friend "
    "mate colleague someone everyone anyone nobody none no not never nothing without stop stops stopped crossing river "
    "train drop safe end ended ends ending over finish finished finally last left gone go going tonight night nights "
    "every always again any more longer day days years world future tomorrow reason point hope wish want wanted plan "
    "planned planning thought thoughts thinking think feel feeling felt mind head heart body skin arm arms leg legs "
    "face neck eye stairs wall walls bed bedroom bathroom room door house home secret secretly hide hiding hid hidden "
    "lied lie lies pretend notice noticed tell told tells believe know knows ring help please sorry love loved tired "
    "exhausted sick weak strong enough worse worst bear stand face much heavy dark darkness black cold quiet peace "
    "rest sleep slept eat eaten eating weigh weight thin mirror money card bank text texts messages message phone "
    "letter letters note keep keeps kept can could sit sat stood standing parked waited waiting google googling "
    "googled until ruin leave leaving escape away run running if when because just only still why how anything happens "
    "matter matters care cares worry worried worries concerned tried trying watch watching outside school heard saw "
    "looking"
)


def _weights() -> Mapping[str, int]:
    weights: dict[str, int] = {}
    for weight, words in ((1, LESSER), (-1, CONCEPTS["OFFICE"]), (2, GRAVE), (3, GRAVEST)):
        weights |= {VOCABULARY.sign(word): weight for word in words.split()}
    return weights


WEIGHTS = _weights()
SPEAKER = frozenset(VOCABULARY.sign(word) for word in ("i", "me", "my", "myself"))


def heavy(signs: Iterable[str]) -> bool:
    """Whether these words weigh enough together."""
    said = frozenset(signs)
    weights = [WEIGHTS.get(sign, 0) for sign in said]
    grave = sum(weight for weight in weights if weight > 1)
    lesser = min(LESSER_AT_MOST, weights.count(1))
    lighter = min(LIGHTER_AT_MOST, weights.count(-1))
    plainly = not lighter and not SPEAKER.isdisjoint(said)
    return grave > 0 and grave + lesser - lighter + plainly >= ENOUGH
