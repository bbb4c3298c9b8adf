"""What a file of people comes down to, against who is in the cohort now: whom it adds, whom it changes, and how."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from handlers.roster.listed import Listed, everybody_of, is_above
from handlers.roster.people_csv import BY_HAND, EMAIL, NAME, ORGANISATION, ROLE, Fault, Read, Row
from storage.shared.cohorts import RUN_IT, Cohort, Enrolment, Membership, State
from storage.shared.people import Person, Role
from storage.shared.unit import SharedUnit

ALIKE = 0.8
_BEFORE = re.compile(r"^(?:the )?(?:(?:london |royal |city )?borough of|city of|lb(?: of)?|rb(?: of)?) ")
_AFTER = re.compile(r" (?:upon thames|(?:city |borough )?council|corporation)$")


@dataclass(frozen=True)
class Change:
    """What one line changes for somebody."""

    line: int
    enrolment: Enrolment
    says: tuple[str, ...] = ()
    """What becomes different, for whoever is there already; nothing for somebody new."""


@dataclass(frozen=True)
class Plan:
    """What a file comes down to just now."""

    new: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0
    faults: tuple[Fault, ...] = ()
    """Where there is one, nothing is to be done."""
    notes: tuple[Fault, ...] = ()
    """What had better be looked at, and stops nothing."""
    left_out: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return (*self.new, *self.changed)


@dataclass(frozen=True)
class Rules:
    """What holds for whoever is enrolled here, and for who does it."""

    authorities: Sequence[str]
    roles: Sequence[Role]
    own: Sequence[Membership] | None = None
    """What they are who do it; None for who looks after the service, and may do all."""

    def gives_roles(self, cohort: Cohort) -> bool:
        """Whether they may say who runs the cohort, and make those who are in it something else."""
        return self.own is None or any(part.cohort_id == cohort.id and part.role == Role.DIRECTOR for part in self.own)

    def is_above(self, parts: Sequence[Membership]) -> bool:
        """Whether somebody is beyond their reach."""
        return self.own is not None and is_above(parts, self.own)


@dataclass
class _Planning:
    rules: Rules
    cohort: Cohort
    everybody: Sequence[Listed]
    elsewhere: Mapping[str, Person]
    """Those with an address of the file who are known but not in this cohort, by it."""
    joined: Container[int]
    """Who of all these has joined with an app."""
    parts: Mapping[int, Sequence[Membership]]
    """What each of them is, here and elsewhere."""
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def row(self, row: Row) -> None:
        listed = self._listed(row)
        person = listed.person if listed else self.elsewhere.get(row.email)
        self._fault_of_name(row, person)
        self._faults_of_reaching(row, person)
        self._faults_of_roles(row, listed)
        organisation = self._organisation(row)
        if listed is None:
            roles = row.roles or (Role.PARTICIPANT,)
            self._note_new(row)
            enrolment = Enrolment(
                row.name,
                person_id=person.id if person else None,
                email=row.email or None,
                roles=roles,
                organisation=organisation,
                by_hand=row.by_hand,
            )
            self.new.append(Change(row.line, enrolment))
        else:
            self._known(row, listed, organisation)

    def _listed(self, row: Row) -> Listed | None:
        """Who of the cohort this is: by the address, or by the name where there is none to go by."""
        by_address = [listed for listed in self.everybody if row.email and listed.person.email == row.email]
        namesakes = [listed for listed in self.everybody if same_name(listed.person.name, row.name)]
        if row.email:
            namesakes = [listed for listed in namesakes if not listed.person.email and row.email not in self.elsewhere]
        if len(namesakes) > 1 and not by_address:
            says = (
                f"There are several people called “{row.name}” here. Please give the e-mail address of the one meant."
            )
            self.faults.append(Fault(row.line, EMAIL, says))
        return next(iter([*by_address, *namesakes]), None)

    def _fault_of_name(self, row: Row, person: Person | None) -> None:
        if person is not None and not same_name(person.name, row.name):
            says = f"“{row.email}” is the address of somebody of another name. Which of the two is right?"
            self.faults.append(Fault(row.line, EMAIL, says))

    def _faults_of_reaching(self, row: Row, person: Person | None) -> None:
        """An address, and telling by hand, both let somebody in as this person."""
        if person is None:
            return
        by_hand = row.by_hand not in (None, person.by_hand)
        if by_hand and row.by_hand and person.id in self.joined:
            says = f"{row.name} has joined with an app, and is reached there. They can disconnect it: “accounts”."
            self.faults.append(Fault(row.line, BY_HAND, says))
        elif (by_hand or (row.email and not person.email)) and self.rules.is_above(self.parts.get(person.id, ())):
            says = f"How {row.name} is reached takes a director who runs all that they have a part in."
            self.faults.append(Fault(row.line, BY_HAND if by_hand else EMAIL, says))

    def _faults_of_roles(self, row: Row, listed: Listed | None) -> None:
        for role in row.roles:
            if role not in self.rules.roles:
                says = f"There is no {role} in this programme. Its roles are {', '.join(self.rules.roles)}."
                self.faults.append(Fault(row.line, ROLE, says))
        if self.rules.gives_roles(self.cohort) or not row.roles:
            return
        if listed is not None and set(row.roles) != set(listed.roles):
            says = f"{row.name} is here already, and only the director changes what people are."
            self.faults.append(Fault(row.line, ROLE, says))
        elif listed is None and set(row.roles) & set(RUN_IT):
            self.faults.append(Fault(row.line, ROLE, "Only the director says who runs the cohort."))

    def _organisation(self, row: Row) -> str | None:
        """As the programme writes it, if it is one of those that nominate."""
        if not row.organisation:
            return None
        known = {_bare(authority): authority for authority in self.rules.authorities}
        by_initials = {_initials(authority): authority for authority in self.rules.authorities}
        if row.organisation in by_initials:
            return by_initials[row.organisation]
        if (bare := _bare(row.organisation)) in known:
            return known[bare]
        close = get_close_matches(bare, known, 1, ALIKE)
        meant = f"Did you mean “{known[close[0]]}”?" if close else "I take it as another body."
        says = f"“{row.organisation}” is none of the programme’s authorities. {meant}"
        self.notes.append(Fault(row.line, ORGANISATION, says))
        return row.organisation

    def _note_new(self, row: Row) -> None:
        namesake = next((one for one in self.everybody if same_name(one.person.name, row.name)), None)
        if namesake is not None:
            says = f"Somebody called “{row.name}” is here already, with another address. I take them for two people."
            self.notes.append(Fault(row.line, NAME, says))
        if not row.email and not row.by_hand:
            says = f"There is no address of {row.name}, so their code has to be passed on in another way."
            self.notes.append(Fault(row.line, EMAIL, says))

    def _known(self, row: Row, listed: Listed, organisation: str | None) -> None:
        person, says = listed.person, list[str]()
        if all(part.state == State.LEFT for part in listed.parts):
            words = f"{row.name} has left, and stays so. To bring them back, say “invite {row.name} again”."
            self.notes.append(Fault(row.line, "", words))
            self.same += 1
            return
        roles = tuple(role for role in row.roles if not listed.has(role))
        # Who runs the cohort is said in so many words, and never undone by a line that leaves it out.
        ends = tuple(role for role in listed.roles if row.roles and role not in (*row.roles, *RUN_IT))
        if roles or ends:
            says += [f"{' and '.join(roles)} as well"] if roles and not ends else []
            says += [f"{' and '.join(row.roles)} instead of {' and '.join(ends)}"] if roles and ends else []
            says += [f"no longer {' or '.join(ends)}"] if ends and not roles else []
        email = row.email if row.email and not person.email else None
        says += [f"the address {email}"] if email else []
        before = next((part.organisation for part in listed.parts if part.organisation), "")
        organisation = organisation if organisation != before else None
        says += [f"{organisation} instead of {before}" if before else organisation] if organisation else []
        by_hand = row.by_hand if row.by_hand not in (None, person.by_hand) else None
        says += ["told by hand" if by_hand else "no longer told by hand"] if by_hand is not None else []
        if not says:
            self.same += 1
            return
        enrolment = Enrolment(
            person.name,
            person_id=person.id,
            email=email,
            roles=roles,
            ends=ends,
            organisation=organisation,
            by_hand=by_hand,
        )
        self.changed.append(Change(row.line, enrolment, tuple(says)))


async def plan(db: SharedUnit, cohort: Cohort, found: Read, rules: Rules) -> Plan:
    """What this file would do to this cohort now."""
    everybody = await everybody_of(db, cohort)
    here = {listed.person.email for listed in everybody}
    addresses = [row.email for row in found.rows if row.email and row.email not in here]
    elsewhere = await db.people.with_emails(addresses)
    ids = {person.id for person in (*(listed.person for listed in everybody), *elsewhere.values())}
    joined, parts = await db.people.joined(ids), await db.cohorts.parts_of(ids)
    planning = _Planning(rules, cohort, everybody, elsewhere, joined, parts)
    for row in found.rows:
        planning.row(row)
    faults = sorted([*found.faults, *planning.faults, *_twice(planning.changed)], key=lambda fault: fault.line)
    return Plan(
        tuple(planning.new),
        tuple(planning.changed),
        planning.same,
        tuple(faults),
        tuple(sorted(planning.notes, key=lambda note: note.line)),
        found.left_out,
    )


def same_name(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _bare(organisation: str) -> str:
    """An organisation without what is written around the names of many, such as “London Borough of”."""
    plain = " ".join(re.sub(r"[^\w\s]", " ", organisation.replace("&", " and ").casefold()).split())
    return _AFTER.sub("", _BEFORE.sub("", plain))


def _initials(organisation: str) -> str:
    return "".join(word[0] for word in organisation.split())


def _twice(changed: Iterable[Change]) -> Iterator[Fault]:
    """Two lines that are about one person, such as one by the address and one by the name."""
    seen: dict[int | None, int] = {}
    for change in changed:
        first = seen.setdefault(change.enrolment.person_id, change.line)
        if first != change.line:
            yield Fault(change.line, NAME, f"{change.enrolment.name} is in line {first} already.")
