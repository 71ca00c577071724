from onrecord.engine.parse import PIECE, lemma, parse
from onrecord.model.span import Span

TEXT = "The minister said the bridge was closed. Nobody crossed it.\n\nFew minded."
PASSAGES = [Span(0, 59), Span(61, 72)]


def test_every_token_is_the_slice_that_it_names() -> None:
    for one in parse(TEXT, PASSAGES):
        assert all(TEXT[token.start : token.end] == token.text for token in one.tokens)
        assert all(one.span.start <= token.start and token.end <= one.span.end for token in one.tokens)


def test_a_token_knows_its_head_its_children_and_how_far_it_reaches() -> None:
    first = next(parse(TEXT, PASSAGES))
    said = next(token for token in first.tokens if token.lower == "said")
    assert (said.dep, said.head) == ("ROOT", said.index)
    assert first.span_of(said.left, said.right) == Span(0, 40)
    assert all(first.tokens[at].head == said.index for at in said.children)


def test_a_passage_is_parsed_the_same_whichever_passages_stand_beside_it() -> None:
    together = list(parse(TEXT, PASSAGES))
    assert [next(parse(TEXT, [passage])).tokens for passage in PASSAGES] == [one.tokens for one in together]


def test_a_passage_without_end_comes_in_pieces_that_miss_nothing() -> None:
    text = "The ferry ran on time. " * 2500
    pieces = list(parse(text, [Span(0, len(text))]))
    assert max(piece.span.end - piece.span.start for piece in pieces) <= PIECE
    assert "".join(piece.span.cut(text) for piece in pieces) == text
    assert {piece.passage for piece in pieces} == {0}


def test_white_space_of_every_kind_is_no_token() -> None:
    text = "One\u00a0two\r\nthree \u200b four"
    assert all(token.text.strip() for one in parse(text, [Span(0, len(text))]) for token in one.tokens)


def test_a_lemma_is_the_dictionary_form() -> None:
    assert [lemma(word, "verb") for word in ("said", "denies", "vowed", "told")] == ["say", "deny", "vow", "tell"]


def test_the_grammar_does_not_depend_on_who_is_named() -> None:
    grammars = []
    for one, other in (("Lind", "UNRWA"), ("UNRWA", "Lind")):
        text = f"{one} accused {other} of breaking the truce, and O’Hara of {one} said so."
        (found,) = parse(text, [Span(0, len(text))])
        grammars.append([(token.tag, token.dep, token.head) for token in found.tokens])
        assert all(text[token.start : token.end] == token.text for token in found.tokens)
    assert grammars[0] == grammars[1]
