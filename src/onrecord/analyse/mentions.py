"""Who and what is mentioned in one passage: names with their titles, noun phrases for actors, pronouns, documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.actor_words import ActorWords, actor_words
from onrecord.analyse.direct import Quoted, inside
from onrecord.analyse.frames import Range
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.names import Named, common, names_of, printed
from onrecord.analyse.passages import Passage
from onrecord.analyse.seen import Mentions, Seen
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

HE, SHE = ("he", "his", "him", "himself"), ("she", "her", "hers", "herself")
IT, THEY = ("it", "its", "itself"), ("they", "their", "them", "themselves", "theirs")
FIRST, WE = ("i", "my", "me", "mine", "myself"), ("we", "our", "us", "ours", "ourselves")
WHO = ("who", "whom", "whose", "which", "that")
PERSONAL = dict.fromkeys(HE, ("m", "s")) | dict.fromkeys(SHE, ("f", "s")) | dict.fromkeys(IT, ("n", "s"))
PERSONAL |= dict.fromkeys((*THEY, *WE), ("", "p")) | dict.fromkeys(FIRST, ("", "s"))
DEFINITE = {"the", "this", "that", "these", "those", "both"}
INDEFINITE = {"a", "an", "some", "many", "several", "another", "other", "most", "few", "no", "any", "each", "every"}
BEFORE = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct")
PLACING = {"in", "at", "near", "inside", "across", "outside", "around", "throughout", "toward", "towards", "into"}
NARROWING = {"of", "in", "at", "from", "for", "on"}
AFFILIATION = re.compile(r"[A-Z]-[A-Z][A-Za-z]{0,6}\.?")
NO_SIDE = {"former", "then", "current", "his", "her", "its", "their", "own", "s", "of"}
HIDING = {"person", "source", "official", "somebody", "someone", "man", "woman", "member", "aide"}
LONGEST = 14


def gather(mentions: Mentions, passage: Passage, parse: Parse, marks: Sequence[Quoted]) -> None:
    """Add what one passage mentions."""
    Gathering(mentions, passage, parse, marks).run()


class Gathering:
    """The mentions of one passage in the making; ``taken`` are tokens that stand in a name or its words of office."""

    def __init__(self, mentions: Mentions, passage: Passage, parse: Parse, marks: Sequence[Quoted]) -> None:
        self.mentions, self.passage, self.parse, self.marks = mentions, passage, parse, marks
        self.words: ActorWords = actor_words()
        self.taken: set[int] = set()
        self.found: list[Seen] = []
        self.heads: dict[int, Span] = {}

    def run(self) -> None:
        """Names first, for what belongs to them is no noun phrase of its own."""
        for one in names_of(self.parse):
            self._name(one)
        for token in self.parse.tokens:
            if (common(token) or token.lower == "one") and token.index not in self.taken and self._is_head(token):
                self._nominal(token)
        for token in self.parse.tokens:
            if token.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
                self._pronoun(token)
            elif token.tag == "JJ" and token.text[0].isupper():
                self.mentions.adjectives.add(token.lower)
        self.mentions.add(self.found)

    def _add(self, head: Token, span: Span, form: Form, words: tuple[str, ...], **rest: object) -> None:
        at = inside(head.index, self.marks)
        quotation = self.marks[at].quotation.span if at >= 0 else None
        start = self.parse.tokens[self.parse.sentences[head.sentence][0]].start
        self.heads[head.index] = span
        self.found.append(
            Seen(span, Span(head.start, head.end), form, words, self.parse.passage, start, self.passage.zone,
                 quotation=quotation, **{"role": self._role(head), "noun": words[-1].lower(), **rest})  # type: ignore[arg-type]
        )  # fmt: skip

    def given(self, head: Token, span: Span, first: int, last: int) -> Seen:
        """A mention that somebody else marked, looked at as if it had been found; for benchmarks."""
        named = [t for t in self.parse.tokens[first : last + 1] if t.tag in ("NNP", "NNPS")]
        if head.tag in ("NNP", "NNPS") or (first == last and head.tag == "JJ" and head.text[0].isupper()):
            words = printed(named or [head])
            self._add(
                head, span, Form.NAME, words, number="p" if self._people(head.lower) else "", role=self._role(head)
            )
        elif head.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
            self._pronoun(head)
        else:
            self._nominal(head)
        if not self.found:
            self._add(head, span, Form.NOMINAL, (head.lower,), noun=head.lower)
        return replace(self.found[-1], span=span)

    def joined(self, head: Token, span: Span, words: tuple[str, ...]) -> Seen:
        """Several joined by ``and``, whom somebody else marked as one mention; for benchmarks."""
        self._add(head, span, Form.NOMINAL, words, noun=" ".join(words), number="p", definite=True)
        return self.found[-1]

    def _name(self, one: Named) -> None:
        tokens = self.parse.tokens
        if one.name is None:
            assert one.office is not None
            first, last = one.office
            self.taken |= set(range(first, last + 1))
            self._office(first, last)
            return
        first, last = one.name
        if first and tokens[first - 1].text in ("(", ",") and AFFILIATION.match(self._joined_text(first, last)):
            self._affiliated(first, last)
            return
        named = tokens[first : last + 1]
        head = next((t for t in reversed(named) if not first <= t.head <= last or t.dep == "ROOT"), named[-1])
        before = tokens[first - 1] if first else None
        article = before is not None and before.lower in ("the", "a", "an")
        if before is not None and before.text == "The" and first > self.parse.sentences[before.sentence][0] + 1:
            first, named = first - 1, (before, *named)
        if named[-1].lower in self.words.bodies and not one.office:
            first = self._whose(first)
            named = tokens[first : last + 1]
        if self._people(named[-1].lower) and before is not None and before.lower in INDEFINITE and not one.office:
            words = (before.lower, *(t.lower for t in named))
            self.taken |= set(range(first, last + 1))
            span, sides = self.parse.span_of(first - 1, last), self._sides(words[:-1], None)
            self._add(head, span, Form.NOMINAL, words, number="p", type=ActorType.GROUP, sides=sides)
            return
        titles = [one.office] if one.office else []
        apposed = self._apposed(head, one.name)
        body = named[-1].lower in self.words.bodies and not one.office
        if apposed and not (body and self._personal(*apposed)):
            titles.append(apposed)
        self.taken |= {at for low, high in (*titles, (first, last)) for at in range(low, high + 1)}
        said = [t.lower for low, high in titles for t in tokens[low : high + 1]]
        own = [w for low, high in titles for w in self._own_words(low, high)]
        gender = self._gender(own)
        people = {w for w in own if w in self.words.titles or self.words.kind(w) is ActorType.PERSON}
        bodies = {w for w in own if self.words.kind(w) in (ActorType.ORGANISATION, ActorType.GROUP)}
        plural = self._people(named[-1].lower) or (article and self._many(named[-1].lower))
        at = one.office[0] if one.office else first
        led = tokens[at - 1].lower if at else ""
        behind = tokens[last + 1 : last + 3]
        self._add(
            head, self.parse.span_of(first, last), Form.NAME, printed(named), gender=gender,
            number="p" if plural else "", titles=tuple(self.parse.span_of(*r) for r in titles),
            offices=frozenset(people or bodies), sides=frozenset(w for w in said if w not in people),
            type=ActorType.PERSON if people else ActorType.ORGANISATION if bodies else None,
            article=article, inside=led in PLACING, noun=named[-1].lower,
            bracket=before is not None and before.text == "(" and bool(behind) and behind[0].text == ")",
            owner=self._owner_of(head),
        )  # fmt: skip

    def _whose(self, first: int) -> int:
        """Where a body's name begins with whose it is: ``Northshore’s Health Ministry``."""
        tokens = self.parse.tokens
        if first < 2 or tokens[first - 1].tag != "POS" or tokens[first - 2].tag not in ("NNP", "NNPS"):
            return first
        start = first - 2
        while (
            start and tokens[start - 1].tag in ("NNP", "NNPS") and tokens[start - 1].sentence == tokens[first].sentence
        ):
            start -= 1
        return start

    def _joined_text(self, first: int, last: int) -> str:
        return "".join(t.text for t in self.parse.tokens[first : last + 1])

    def _affiliated(self, first: int, last: int) -> None:
        """``(D-Northshore)`` right behind a name is a description of whoever bears it."""
        span = self.parse.span_of(first, last)
        self.taken |= set(range(first, last + 1))
        before = self.found[-1] if self.found else None
        if before is not None and before.form is Form.NAME and 0 <= span.start - before.span.end <= 3:
            self.found[-1] = replace(before, titles=(*before.titles, span))

    def _proper(self, first: int, last: int) -> list[str]:
        return [t.lower for t in self.parse.tokens[first : last + 1] if t.tag in ("NNP", "NNPS")]

    def _own_words(self, first: int, last: int) -> list[str]:
        """The words of an office that are about its holder: behind a possessor, before ``of`` or ``for``."""
        tokens = self.parse.tokens[first : last + 1]
        start = max((at + 1 for at, t in enumerate(tokens) if t.tag == "POS"), default=0)
        end = next(
            (at for at, t in enumerate(tokens) if at > start and t.lower in ("of", "for", "to", "at", "with")), None
        )
        return [t.lower for t in tokens[start:end]]

    def _personal(self, first: int, last: int) -> bool:
        return any(self.words.kind(word) is ActorType.PERSON for word in self._own_words(first, last))

    def _people(self, word: str) -> bool:
        """Whether a proper noun in the plural is one of people: a party's, a country's, an office's."""
        if not word.endswith("s") or word in self.words.bodies:
            return False
        single = self.words.kind(word) is ActorType.PERSON or word.removesuffix("s") in self.words.titles
        return (single and word not in self.words.nouns) or bool(gazetteer().demonym(word))

    def _many(self, word: str) -> bool:
        """Whether a name with an article looks like a plural that is no body's, place's or country's."""
        plain = word.endswith("s") and not word.endswith("ss")
        return plain and word not in self.words.bodies | self.words.places and not gazetteer().known(word)

    def _gender(self, words: Sequence[str]) -> str:
        men, women = self.words.men & set(words), self.words.women & set(words)
        return "m" if men and not women else "f" if women and not men else ""

    def _office(self, first: int, last: int) -> None:
        tokens = self.parse.tokens
        head = next((t for t in reversed(tokens[first : last + 1]) if t.lower in self.words.titles), tokens[last])
        start = first - 1 if first and tokens[first - 1].tag in ("DT", "PRP$") else first
        words = tuple(t.lower for t in tokens[start : last + 1])
        offices = frozenset(w for w in words if w in self.words.titles)
        self._add(
            head, self.parse.span_of(start, last), Form.NOMINAL, words, noun=head.lower, number="s",
            type=ActorType.PERSON, offices=offices, sides=self._sides(words), definite=True,
            gender=self._gender(words), owner=self._owner_of(head),
        )  # fmt: skip

    def _sides(self, words: Sequence[str], kind: ActorType | None = ActorType.PERSON) -> frozenset[str]:
        """The words that say whose or which; those of office are none where the phrase is about a person."""
        office = self.words.titles if kind is ActorType.PERSON else frozenset[str]()
        return frozenset(w for w in words if w[0].isalnum() and w not in office) - DEFINITE - NO_SIDE

    def _apposed(self, head: Token, name: Range) -> Range | None:
        """The words of a description in apposition: ``Lena Fisk, the foreign minister`` and the other way round."""
        tokens, (first, last) = self.parse.tokens, name
        above = tokens[head.head]
        fits = self._describes(above) and above.index not in self.taken and not self._nobody(above)
        if head.dep == "appos" and fits and above.index < first:
            return (max(above.left, first - LONGEST), self._phrase_end(above, first - 1))
        for at in head.children:
            noun = tokens[at]
            apart = last + 1 < len(tokens) and tokens[last + 1].text in (",", "(", "—", "–", "-")
            if noun.dep == "appos" and at > last and apart and self._describes(noun):
                return (max(noun.left, last + 1), self._phrase_end(noun, min(noun.right, at + LONGEST)))
        if last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].lower in ("a", "an", "the"):
            for at in range(last + 3, min(last + 10, len(tokens))):
                if common(tokens[at]) and self._describes(tokens[at]) and tokens[at + 1 : at + 2]:
                    behind = tokens[at + 1]
                    if behind.text == "," or behind.lower in ("of", "for", "at", "in", "who", "with"):
                        return (last + 2, self._phrase_end(tokens[at], min(max(tokens[at].right, at), at + LONGEST)))
                if tokens[at].text in (",", ".", "“", '"') or tokens[at].tag[:2] == "VB":
                    break
        return None

    def _nobody(self, noun: Token) -> bool:
        """Whether a phrase hides who it is: ``a person close to the mediator, Ann Berk`` names the mediator."""
        opening = self.parse.tokens[noun.left].lower
        return opening in ("a", "an", "one") and noun.lower in HIDING

    def _describes(self, noun: Token) -> bool:
        """Whether a noun says what somebody is."""
        return noun.tag[:2] == "NN" and (noun.lower in self.words.titles or self.words.kind(noun.lower) is not None)

    def _phrase_end(self, noun: Token, limit: int) -> int:
        """The last token of a description: before a comma, a bracket or a clause of its own."""
        tokens, at = self.parse.tokens, noun.index
        while at < limit and tokens[at + 1].text not in (",", "(", ")", "—", "–", "“", '"', ";", ":"):
            if tokens[at + 1].lower in ("who", "which", "that", "whose") or tokens[at + 1].tag in ("VBD", "VBZ", "MD"):
                break
            at += 1
        return at

    def _is_plural(self, head: Token) -> bool:
        word = head.lower
        return head.tag == "NNS" or (head.tag in ("NNP", "NNPS") and word not in self.words.nouns and word[-1] == "s")

    def _is_head(self, token: Token) -> bool:
        """Whether a noun heads a phrase that may stand for an actor or a document."""
        if token.dep in ("compound", "nmod", "amod") and token.head != token.index:
            return False
        if token.lower == "one":
            return self._maker(token) is not None and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj")
        return self.words.kind(token.lower) is not None or self.words.document(token.lower)

    def _nominal(self, head: Token) -> None:
        first, last = self._phrase(head)
        tokens = self.parse.tokens
        words = tuple(t.lower for t in tokens[first : head.index + 1])
        opening, owner, plural = words[0], self._owner_of(head), self._is_plural(head)
        indefinite = opening in INDEFINITE or tokens[first].tag == "CD"
        indefinite = indefinite or (plural and opening not in DEFINITE and owner is None)
        kind = self.words.kind(head.lower) if head.lower != "bodies" else ActorType.GROUP
        if head.dep in ("attr", "npadvmod", "oprd"):
            return
        if plural and kind is ActorType.PERSON:
            kind = ActorType.GROUP
        maker = self._maker(head) if kind is None else None
        self._add(
            head, self.parse.span_of(first, last), Form.NOMINAL, words, noun=head.lower, number="p" if plural else "s",
            type=kind, offices=frozenset(w for w in words if w in self.words.titles),
            sides=self._sides((*words[:-1], *self._proper(head.index + 1, last)), kind),
            definite=not indefinite and (opening in DEFINITE or owner is not None), gender=self._gender((head.lower,)),
            owner=owner, written=kind is None, maker=Span(maker.start, maker.end) if maker else None,
        )  # fmt: skip

    def _phrase(self, head: Token) -> Range:
        """The noun with what stands before it, and ``of …`` behind it where that is short."""
        tokens, first = self.parse.tokens, head.index
        for at in sorted(head.children, reverse=True):
            child = tokens[at]
            if at < head.index and child.dep in BEFORE and child.right >= first - 1 - (child.dep == "poss"):
                first = min(first, child.left)
        while first < head.index and tokens[first].text[:1] in ',“"”-—':
            first += 1
        last = head.index
        for at in head.children:
            child = tokens[at]
            if at != last + 1 or child.right - last >= 8:
                continue
            narrows = child.dep == "prep" and any(tokens[o].dep == "pobj" for o in child.children)
            if (narrows and child.lower in NARROWING) or (child.dep == "acl" and child.tag in ("VBN", "VBG")):
                last = max(last, self._phrase_end(child, child.right))
        return first, last

    def _owner_of(self, head: Token) -> Span | None:
        owner = next((self.parse.tokens[at] for at in head.children if self.parse.tokens[at].dep == "poss"), None)
        return Span(owner.start, owner.end) if owner else None

    def _maker(self, head: Token) -> Token | None:
        """Whoever made a document: its possessor, a name before it, or who it is ``by``, ``from`` or ``issued by``."""
        tokens = self.parse.tokens
        for at in head.children:
            child = tokens[at]
            if child.dep == "poss":
                return child
            if child.dep == "prep" and child.lower in ("by", "from"):
                return next((tokens[o] for o in child.children if tokens[o].dep == "pobj"), None)
            if child.dep == "acl" and child.tag == "VBN":
                agent = next(
                    (
                        tokens[o]
                        for o in child.children
                        if tokens[o].dep in ("agent", "prep") and tokens[o].lower in ("by", "from")
                    ),
                    None,
                )
                if agent is not None:
                    return next((tokens[o] for o in agent.children if tokens[o].dep == "pobj"), None)
        before = tokens[head.index - 1] if head.index else None
        if before is not None and before.tag in ("NNP", "NNPS") and before.head == head.index:
            return before
        return None

    def _pronoun(self, token: Token) -> None:
        word = token.lower
        span = Span(token.start, token.end)
        if word in PERSONAL:
            if word == "it" and self._empty_it(token):
                return
            gender, number = PERSONAL[word]
            role = "owner" if token.tag == "PRP$" else self._role(token)
            self._add(token, span, Form.PRONOUN, (word,), gender=gender, number=number, role=role)
        elif word in WHO and (noun := self._relative(token)) is not None:
            role = "owner" if word == "whose" else self._role(token)
            self._add(token, span, Form.PRONOUN, (word,), tied=Span(noun.start, noun.end), role=role)

    def _relative(self, token: Token) -> Token | None:
        """The noun that a relative pronoun stands for, where it may be an actor."""
        tokens, verb = self.parse.tokens, token
        for _ in range(6):
            if verb.dep == "relcl":
                noun = tokens[verb.head]
                for at in noun.children:
                    if tokens[at].dep == "appos" and noun.index < at < token.index and tokens[at].tag[:2] == "NN":
                        noun = tokens[at]
                return noun if noun.tag[:2] in ("NN", "PR", "DT", "JJ", "CD") and noun.index < token.index else None
            if verb.head == verb.index:
                break
            verb = tokens[verb.head]
        return None

    def _empty_it(self, token: Token) -> bool:
        """Whether ``it`` stands for nothing: ``it is clear that``, ``it is time``."""
        verb = self.parse.tokens[token.head]
        kids = [self.parse.tokens[at] for at in verb.children]
        if token.dep not in ("nsubj", "nsubjpass", "expl") or not kids:
            return token.dep == "expl"
        clause = any(k.dep in ("ccomp", "xcomp", "csubj", "advcl") and k.index > verb.index for k in kids)
        plain = any(k.dep in ("acomp", "attr") for k in kids)
        if verb.lower in ("is", "was", "'s", "’s", "be", "been", "were", "being") and plain and clause:
            return True
        if verb.lower in ("seems", "seemed", "appears", "appeared", "rains", "rained", "snowed", "snows") and clause:
            return True
        return any(k.dep == "attr" and k.lower in ("time", "day", "night", "morning") for k in kids)

    def _role(self, head: Token) -> str:
        if head.dep == "appos" and head.head != head.index:
            return self._role(self.parse.tokens[head.head])
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
            return self._role(above)
        if head.dep == "pobj" and above.dep == "agent":
            return "subject"
        return "other"


def roots(found: Sequence[Seen]) -> Iterator[Seen]:
    """Those that do not stand within another one."""
    end = -1
    for one in found:
        if one.span.end > end:
            yield one
            end = max(end, one.span.end)
