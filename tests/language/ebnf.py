# SPDX-License-Identifier: Apache-2.0
"""The EBNF of docs/language.md: reading it, and making sentences of it.

A grammar is a map from a production's name to an expression. An expression is a tuple: ("word", text), ("name", name),
("free", description), ("all", parts), ("one", alternatives), ("maybe", part), ("any", part).
"""

import re

TOKEN = re.compile(r"""\s+|\(\*.*?\*\)|(?P<word>"[^"]+"|'[^']+')|\?(?P<free>[^?]+)\?|(?P<name>[A-Za-z_][\w-]*)|(?P<sign>[=|,;()\[\]{}])""", re.S)


def blocks(text):
    return re.findall(r"^```ebnf\n(.*?)^```", text, re.M | re.S)


def read(text):
    tokens, at = [], 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"not EBNF: {text[at:at + 40]!r}")
        at = found.end()
        kind = found.lastgroup
        if kind:
            tokens.append((kind, found[kind][1:-1] if kind == "word" else found[kind].strip()))
    grammar, position = {}, 0

    def sign(expected):
        nonlocal position
        if tokens[position] != ("sign", expected):
            raise ValueError(f"{expected} expected, not {tokens[position]}, in {list(grammar)[-1:]}")
        position += 1

    def closed(kind, closing):
        nonlocal position
        position += 1
        inside = alternatives()
        sign(closing)
        return inside if kind is None else (kind, inside)

    def part():
        nonlocal position
        kind, value = tokens[position]
        for opening, closing, made in (("(", ")", None), ("[", "]", "maybe"), ("{", "}", "any")):
            if (kind, value) == ("sign", opening):
                return closed(made, closing)
        if kind == "sign":
            raise ValueError(f"a part expected, not {value}, in {list(grammar)[-1:]}")
        position += 1
        return (kind, value)

    def sequence():
        parts = [part()]
        while tokens[position] == ("sign", ","):
            sign(",")
            parts.append(part())
        return parts[0] if len(parts) == 1 else ("all", *parts)

    def alternatives():
        found = [sequence()]
        while tokens[position] == ("sign", "|"):
            sign("|")
            found.append(sequence())
        return found[0] if len(found) == 1 else ("one", *found)

    while position < len(tokens):
        kind, name = tokens[position]
        if kind != "name" or name in grammar:
            raise ValueError(f"a new production expected, not {name}")
        position += 1
        grammar[name] = None
        sign("=")
        grammar[name] = alternatives()
        sign(";")
    return grammar


def inside(expression):
    """The expression and all that it is made of."""
    yield expression
    if expression[0] in ("all", "one", "maybe", "any"):
        for part in expression[1:]:
            yield from inside(part)


def words(grammar, names=None):
    """All that stands in quotes, in the productions named."""
    return {e[1] for name in names or grammar for e in inside(grammar[name]) if e[0] == "word"}


def reachable(grammar, roots):
    found, waiting = set(), list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [e[1] for e in inside(grammar[name]) if e[0] == "name"]
    return found


class Node:
    """A production or a word in a sentence: what it is called, and the pieces of text under it."""

    def __init__(self, name, children=(), text=None):
        self.name, self.children, self._text = name, list(children), text

    @property
    def text(self):
        return self._text if self._text is not None else join(self.leaves())

    def leaves(self):
        if self._text is not None:
            yield self
        for child in self.children:
            yield from child.leaves()

    def all(self, *names):
        """The nodes below that are called so, from left to right; not those inside one of them."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(*names)

    def replace(self, text):
        self.children, self._text = [], text


# What must not touch where one of these stands empty: see the page. A comma may stand between digits in both.
APART = {
    "_": re.compile(r"\d\0\d|[A-Za-z]\0[\w+－＋−-]|\w\0[A-Za-z]|\d\s*[,，]\0\d"),
    "sp": re.compile(r"[\w㎡℃]\0\w|\d\s*[,，]\0\d"),
}


def join(leaves):
    """Their text, with a space where a gap stands empty between characters that must not touch."""
    text, gap = "", None
    for leaf in leaves:
        piece = leaf.text
        if gap and piece and APART[gap].search(text[-9:] + "\0" + piece[0]):
            text += " "
        if piece:
            gap = None
        elif leaf.name in APART:
            gap = leaf.name
        text += piece
    return text


class Sentences:
    """Sentences of a grammar, each time by the alternatives that were used least."""

    def __init__(self, grammar, samples, random):
        self.grammar, self.samples, self.random = grammar, samples, random
        self.used = {}  # how often each choice was made, by the identity of its expression and the choice
        self.depth = self._depths()
        self.least = {}  # by the identity of an expression
        self.chosen = set()  # in the last sentence
        self.deepest = self.left = 0

    def _depths(self):
        """The least number of productions inside one another that each needs."""
        depth = {}
        while len(depth) < len(self.grammar):
            before = len(depth)
            for name, expression in self.grammar.items():
                if name not in depth:
                    least = self._least(expression, depth)
                    if least is not None:
                        depth[name] = least + 1
            if len(depth) == before:
                raise ValueError(f"never ends: {set(self.grammar) - set(depth)}")
        return depth

    def _least(self, expression, depth):
        kind = expression[0]
        if kind in ("word", "free", "maybe", "any"):
            return 0
        if kind == "name":
            return depth.get(expression[1])
        inner = [self._least(part, depth) for part in expression[1:]]
        known = [least for least in inner if least is not None]
        if kind == "one":
            return min(known) if known else None
        return max(known) if len(known) == len(inner) else None

    def _least_of(self, expression):
        if id(expression) not in self.least:
            self.least[id(expression)] = self._least(expression, self.depth)
        return self.least[id(expression)]

    def sentence(self, root, deepest, largest=150):
        """One within `deepest` productions inside one another, where less will do; beyond `largest` in all, the shortest way is taken."""
        self.deepest, self.left = deepest, largest
        self.chosen = set()
        return Node(root, self._expand(self.grammar[root], 1))

    def choices(self, names):
        """Every choice that the productions offer, for comparing with those `chosen`."""
        for name in names:
            for expression in inside(self.grammar[name]):
                if expression[0] == "one":
                    yield from ((id(expression), i) for i in range(len(expression) - 1))
                if expression[0] in ("maybe", "any"):
                    yield from ((id(expression), i) for i in (0, 1))

    def describe(self, choice, names):
        for name in names:
            for expression in inside(self.grammar[name]):
                if id(expression) == choice[0]:
                    return f"{name}: {expression[1 + choice[1]] if expression[0] == 'one' else (expression, choice[1])}"

    def _choose(self, expression, options):
        """The option used least, of those equal one at random."""
        least = min(self.used.get((id(expression), i), 0) for i in options)
        # Mostly the least used; sometimes any, so that choices meet in many ways.
        if self.random.random() < 0.5:
            options = [i for i in options if self.used.get((id(expression), i), 0) == least]
        chosen = self.random.choice(options)
        self.used[id(expression), chosen] = self.used.get((id(expression), chosen), 0) + 1
        self.chosen.add((id(expression), chosen))
        return chosen

    def _expand(self, expression, depth):
        kind = expression[0]
        if kind == "word":
            return [Node("", text=expression[1])]
        if kind == "free":
            return [Node("", text=self.random.choice(self.samples[expression[1]]))]
        if kind == "name":
            self.left -= 1
            if self.left == 0:
                self.deepest = 0
            node = Node(expression[1], self._expand(self.grammar[expression[1]], depth + 1))
            if node.name in APART:
                node.replace(node.text)
            return [node]
        if kind == "all":
            return [node for part in expression[1:] for node in self._expand(part, depth)]
        if kind == "one":
            least = [self._least_of(part) for part in expression[1:]]
            fits = [i for i, need in enumerate(least) if depth + need <= max(self.deepest, depth + min(least))]
            return self._expand(expression[1 + self._choose(expression, fits)], depth)
        times = 0
        fits = depth + self._least_of(expression[1]) <= self.deepest
        limit = 1 if kind == "maybe" else 3
        while times < limit and fits and self._choose(expression, [0, 1]):
            times += 1
        return [node for _ in range(times) for node in self._expand(expression[1], depth)]
