"""What all gatherers of mentions share: the passage, what was found in it, and questions of gender, role and side."""

from collections.abc import Sequence

from onrecord.analyse.actor_words import ActorWords, actor_words
from onrecord.analyse.direct import Quoted, inside
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.passages import Passage
from onrecord.analyse.seen import Mentions, Seen
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

HE, SHE = ("he", "his", "him", "himself"), ("she", "her", "hers", "herself")
IT, THEY = ("it", "its", "itself"), ("they", "their", "them", "themselves", "theirs")
FIRST, WE = ("i", "my", "me", "mine", "myself"), ("we", "our", "us", "ours", "ourselves")
WHO = ("who", "whom", "whose", "which", "that")
DEFINITE = {"the", "this", "that", "these", "those", "both"}
INDEFINITE = {"a", "an", "some", "many", "several", "another", "other", "most", "few", "no", "any", "each", "every"}
NO_SIDE = {"former", "then", "current", "his", "her", "its", "their", "own", "s", "of"}


class Gathering:
    """The mentions of one passage in the making; ``taken`` are tokens that stand in a name or its words of office."""

    def __init__(self, mentions: Mentions, passage: Passage, parse: Parse, marks: Sequence[Quoted]) -> None:
        self.mentions, self.passage, self.parse, self.marks = mentions, passage, parse, marks
        self.words: ActorWords = actor_words()
        self.taken: set[int] = set()
        self.found: list[Seen] = []

    def add(self, head: Token, span: Span, form: Form, words: tuple[str, ...], **rest: object) -> None:
        """Take in one mention; ``rest`` are further fields of ``Seen``."""
        at = inside(head.index, self.marks)
        quotation = self.marks[at].quotation.span if at >= 0 else None
        start = self.parse.tokens[self.parse.sentences[head.sentence][0]].start
        self.found.append(
            Seen(span, Span(head.start, head.end), form, words, self.parse.passage, start, self.passage.zone,
                 quotation=quotation, **{"role": self.role_of(head), "noun": words[-1].lower(), **rest})  # type: ignore[arg-type]
        )  # fmt: skip

    def role_of(self, head: Token) -> str:
        """The place of a phrase in its clause; that of an apposition is its noun's."""
        if head.dep == "appos" and head.head != head.index:
            return self.role_of(self.parse.tokens[head.head])
        if head.dep in ("nsubj", "nsubjpass", "csubj", "agent"):
            return "subject"
        if head.dep == "poss":
            return "owner"
        if head.dep in ("compound", "amod", "nmod", "npadvmod"):
            return "part"
        if head.dep in ("dobj", "dative", "iobj"):
            return "object"
        above = self.parse.tokens[head.head]
        if head.dep == "conj" and above.index != head.index:
            return self.role_of(above)
        if head.dep == "pobj" and above.dep == "agent":
            return "subject"
        return "other"

    def gender_of(self, words: Sequence[str]) -> str:
        """``m`` or ``f`` where the words of office all say so."""
        men, women = self.words.men & set(words), self.words.women & set(words)
        return "m" if men and not women else "f" if women and not men else ""

    def sides_of(self, words: Sequence[str], kind: ActorType | None = ActorType.PERSON) -> frozenset[str]:
        """The words that say whose or which; those of office are none where the phrase is about a person."""
        office = self.words.titles if kind is ActorType.PERSON else frozenset[str]()
        return frozenset(w for w in words if w[0].isalnum() and w not in office) - DEFINITE - NO_SIDE

    def owner_of(self, head: Token) -> Span | None:
        """The head of the possessor."""
        owner = next((self.parse.tokens[at] for at in head.children if self.parse.tokens[at].dep == "poss"), None)
        return Span(owner.start, owner.end) if owner else None

    def plural_people(self, word: str) -> bool:
        """Whether a proper noun in the plural is one of people: a party's, a country's, an office's."""
        if not word.endswith("s") or word in self.words.bodies:
            return False
        single = self.words.kind(word) is ActorType.PERSON or word.removesuffix("s") in self.words.titles
        return (single and word not in self.words.nouns) or bool(gazetteer().demonym(word))

    def phrase_end(self, noun: Token, limit: int) -> int:
        """The last token of a description: before a comma, a bracket or a clause of its own."""
        tokens, at = self.parse.tokens, noun.index
        while at < limit and tokens[at + 1].text not in (",", "(", ")", "—", "–", "“", '"', ";", ":"):
            if tokens[at + 1].lower in ("who", "which", "that", "whose") or tokens[at + 1].tag in ("VBD", "VBZ", "MD"):
                break
            at += 1
        return at
