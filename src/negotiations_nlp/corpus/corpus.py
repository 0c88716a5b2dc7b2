"""Many articles as one: whose quotes, whose names, which statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from negotiations_nlp.bulk import collector_paused
from negotiations_nlp.corpus.assembly import Assembly, assemble
from negotiations_nlp.corpus.files import read_articles, write_articles
from negotiations_nlp.corpus.grouping import StatementGrouper
from negotiations_nlp.corpus.linking import NameGraph
from negotiations_nlp.corpus.records import CorpusEntity, MentionCount
from negotiations_nlp.corpus.selection import day_of, select
from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.models import Article
from negotiations_nlp.names.knowledge import Knowledge

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from negotiations_nlp.corpus.records import Ambiguity, CorpusQuote, Statement
    from negotiations_nlp.corpus.selection import DateKind
    from negotiations_nlp.export.frames import Backend
    from negotiations_nlp.models import QuoteKind, QuoteStatus

__all__ = ["Corpus"]

Outlets = Mapping[str, str] | Callable[[Article], "str | None"]


class Corpus:
    """Articles, with what is one across them: entities under all their names, statements in all their versions.

    Articles can be added at any time; what is one is worked out when it is next asked for. It does not depend on the
    order of the articles. Ids of entities and statements may change when articles are added.

    Args:
        articles: articles that `extract` or `extract_many` made. An article without an id gets its number as id.
        outlets: who published what, as a mapping from article ids to names, or a function of an article. An article
            that has no outlet there is its own outlet, under its id.
        max_days: how many days the versions of one statement may lie apart.
        knowledge: knows further spellings to ask by; None takes what the library carries.

    Raises:
        InputError: an item is no article, or two articles have one id.

    Example:
        >>> from negotiations_nlp import extract
        >>> texts = {
        ...     "north": "“The ferry will not sail before Friday morning,” Oleksii Hrynko said.",
        ...     "south": "Oleksiy Grynko said the ferry will not sail before Friday.",
        ... }
        >>> corpus = Corpus(extract(text, id=outlet) for outlet, text in texts.items())
        >>> corpus.entity("Hrinko").variants
        {'Oleksii Hrynko': 1, 'Oleksiy Grynko': 1}
        >>> [statement.outlets for statement in corpus.statements()]
        [('north', 'south')]
    """

    def __init__(
        self,
        articles: Iterable[Article] = (),
        *,
        outlets: Outlets | None = None,
        max_days: int = 3,
        knowledge: Knowledge | None = None,
    ) -> None:
        if not isinstance(max_days, int) or max_days < 0:
            msg = f"max_days must be a whole number of days from 0 up, got {max_days!r}"
            raise InputError(msg)
        if isinstance(articles, Article):
            msg = "a corpus is made of several articles; put the one in a list: Corpus([article])"
            raise InputError(msg)
        self._articles: dict[str, tuple[Article, str | None]] = {}
        self._outlets = outlets
        self._knowledge = knowledge
        self._graph = NameGraph()
        self._assembly: Assembly | None = None
        self._statements: tuple[Statement, ...] | None = None
        self._grouper = StatementGrouper(max_days)
        for article in articles:
            self.add(article)

    def add(self, article: Article, *, outlet: str | None = None) -> None:
        """Add an article.

        Args:
            article: the article.
            outlet: who published it; None asks the outlets that the corpus was made with.

        Raises:
            InputError: it is no article, or the corpus has an article of that id.
        """
        if not isinstance(article, Article):
            msg = f"a corpus holds articles made by negotiations_nlp.extract(), got {type(article).__name__}"
            raise InputError(msg)
        key = str(len(self._articles) + 1) if article.id is None else article.id
        if key in self._articles:
            msg = f"the corpus has an article of the id {key!r} already; give every article an id of its own"
            raise InputError(msg)
        if outlet is None and self._outlets is not None:
            outlet = self._outlets(article) if callable(self._outlets) else self._outlets.get(key)
        self._articles[key] = (article, outlet)
        self._assembly = self._statements = None

    def add_file(self, path: str | Path) -> None:
        """Add the articles of a file that `save` wrote, or of article JSON, one a line.

        Args:
            path: ends in .jsonl or .parquet.

        Raises:
            InputError: the path ends otherwise, there is no such file, or the corpus has an article of an id already.
            DataError: a line or row is no article; those before it are in the corpus.
            MissingDependencyError: Parquet without pyarrow.
        """
        with collector_paused():
            for article, outlet in read_articles(path):
                self.add(article, outlet=outlet)

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __repr__(self) -> str:
        return f"Corpus(articles={len(self)})"

    def _repr_html_(self) -> str:
        """Show a table of the speakers in a notebook."""
        from negotiations_nlp.view.tables import corpus_html

        return corpus_html(self)

    @property
    def knowledge(self) -> Knowledge:
        """What knows further spellings: what the corpus was given, else what the library carries."""
        return Knowledge.default() if self._knowledge is None else self._knowledge

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order in which they were added."""
        return tuple(article for article, _ in self._articles.values())

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of the articles, in their order."""
        return tuple(self._articles)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, in the order of the articles."""
        return tuple(dict.fromkeys(outlet or key for key, (_, outlet) in self._articles.items()))

    def article(self, id: str) -> Article:
        """The article of an id.

        Raises:
            UnknownNameError: there is none.
        """
        if id not in self._articles:
            msg = f"the corpus has no article {id!r}; it has {', '.join(list(self._articles)[:20]) or 'no articles'}"
            raise UnknownNameError(msg)
        return self._articles[id][0]

    def outlet(self, id: str) -> str:
        """The outlet of the article of an id; the id itself when it has none.

        Raises:
            UnknownNameError: there is no such article.
        """
        self.article(id)
        return self._articles[id][1] or id

    @property
    def _whole(self) -> Assembly:
        if self._assembly is None:
            articles = [(key, outlet or key, article) for key, (article, outlet) in self._articles.items()]
            with collector_paused():
                self._assembly = assemble(articles, self._graph, self.knowledge)
        return self._assembly

    @property
    def entities(self) -> tuple[CorpusEntity, ...]:
        """The people, organisations and places, in the order of their first article."""
        return self._whole.entities

    @property
    def ambiguities(self) -> tuple[Ambiguity, ...]:
        """The names that may mean several entities and were joined with none of them; empty when all is clear."""
        return self._whole.ambiguities

    def find(self, name: str) -> tuple[CorpusEntity, ...]:
        """The entities that a name may mean, the likeliest first; empty when there is none.

        Args:
            name: a name in any spelling ("Zelenski", "Kiev").
        """
        return self._whole.index.find(name)

    def entity(self, name: str) -> CorpusEntity | None:
        """The entity of that name, in any spelling.

        Returns:
            The likeliest one if several fit, as `find` has them; None when none does.
        """
        return next(iter(self.find(name)), None)

    def entity_of(self, article_id: str, entity_id: str) -> CorpusEntity | None:
        """What an article's entity is across articles; None when there is no such article or entity.

        Args:
            article_id: the article's id in the corpus.
            entity_id: the entity's id in that article.
        """
        return self._whole.entity_of.get((article_id, entity_id))

    def speakers(self) -> tuple[CorpusEntity, ...]:
        """The entities that speak, those with the most quotes first."""
        by_speaker = self._whole.quotes_of
        return tuple(sorted(by_speaker, key=lambda e: (-len(by_speaker[e]), e.name)))

    def quotes_by(self, speaker: str | CorpusEntity) -> tuple[CorpusQuote, ...]:
        """The quotes of a speaker, in the order of the articles; empty when there are none.

        Args:
            speaker: a name in any spelling, or an entity of this corpus.
        """
        entity = self.entity(speaker) if isinstance(speaker, str) else speaker
        return () if entity is None else self._whole.quotes_of.get(entity, ())

    def quotes(
        self,
        *,
        speaker: str | CorpusEntity | None = None,
        about: str | CorpusEntity | None = None,
        outlet: str | Collection[str] | None = None,
        kind: QuoteKind | Collection[QuoteKind] | None = None,
        status: QuoteStatus | Collection[QuoteStatus] | None = None,
        medium: str | Collection[str] | None = None,
        since: str | dt.date | None = None,
        until: str | dt.date | None = None,
        by: DateKind = "said",
    ) -> tuple[CorpusQuote, ...]:
        """The quotes that meet all conditions; a condition that is None is none.

        Args:
            speaker: who says it, in any spelling.
            about: whom or what the quote names, in any spelling.
            outlet: one outlet or several.
            kind: direct, indirect, mixed, or several of them.
            status: asserted, expected, denied, unsure, or several of them.
            medium: where it was said ("X", "Telegram"), one or several.
            since: first day, inclusive; quotes without a date are left out.
            until: last day, inclusive; quotes without a date are left out.
            by: the day it was "said", which is the article's date where the text does not tell, or "published".

        Returns:
            The quotes in the order of the articles; empty when none meets them.

        Raises:
            InputError: an unknown kind, status or sort of date, or a date that is none.
        """
        found = self._whole.quotes if speaker is None else self.quotes_by(speaker)
        if about is not None:
            subject = self.entity(about) if isinstance(about, str) else about
            found = tuple(q for q in found if subject is not None and subject in self.named_in(q))
        return select(found, outlet=outlet, kind=kind, status=status, medium=medium, since=since, until=until, by=by)

    def timeline(self, speaker: str | CorpusEntity | None = None, *, by: DateKind = "said") -> tuple[CorpusQuote, ...]:
        """The quotes by day; those without a date are left out.

        Args:
            speaker: whose quotes, in any spelling; None takes everybody's.
            by: the day it was "said", which is the article's date where the text does not tell, or "published".
        """
        dated = [(day_of(q, by), q) for q in self.quotes(speaker=speaker, by=by)]
        return tuple(q for _, q in sorted(((day, q) for day, q in dated if day is not None), key=lambda pair: pair[0]))

    def statements(self, speaker: str | CorpusEntity | None = None, *, min_outlets: int = 2) -> tuple[Statement, ...]:
        """The statements that several quotes report: translated again, trimmed, split, in other words.

        Args:
            speaker: whose statements, in any spelling; None takes everybody's.
            min_outlets: how many outlets must carry it; 1 includes what one outlet repeats.

        Returns:
            The statements, those that most outlets carry first; empty when there are none.
        """
        if self._statements is None:
            quotes = self._whole.quotes
            with collector_paused():
                self._statements = self._grouper.group(quotes)
        entity = self.entity(speaker) if isinstance(speaker, str) else speaker
        if speaker is not None and entity is None:
            return ()
        return tuple(
            s for s in self._statements if len(s.outlets) >= min_outlets and (entity is None or entity in s.speakers)
        )

    def named_in(self, quote: CorpusQuote) -> tuple[CorpusEntity, ...]:
        """The entities whose names stand in what a quote of this corpus says, in text order; empty when none does."""
        return self._whole.named_in(quote)

    def mentions_between(self) -> tuple[MentionCount, ...]:
        """Who speaks of whom and what, the most frequent pairs first; nobody speaks of himself here."""
        pairs: dict[tuple[CorpusEntity, CorpusEntity], list[CorpusQuote]] = defaultdict(list)
        for quote in self._whole.quotes:
            for mentioned in self.named_in(quote) if quote.speakers else ():
                for speaker in quote.speakers:
                    if speaker is not mentioned:
                        pairs[speaker, mentioned].append(quote)
        ordered = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0][0].name, item[0][1].name))
        return tuple(MentionCount(a, b, tuple(found)) for (a, b), found in ordered)

    def variants(self, name: str | CorpusEntity) -> dict[str, dict[str, int]]:
        """How each outlet spells a name: outlet to spelling to number; empty when the name is not found."""
        entity = self.entity(name) if isinstance(name, str) else name
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in entity.mentions if entity is not None else ():
            counts[mention.outlet][mention.span.text] += 1
        return {outlet: dict(found.most_common()) for outlet, found in counts.items()}

    def to_records(self) -> list[dict[str, Any]]:
        """One flat dictionary a quote, for tables; empty when there are no quotes."""
        from negotiations_nlp.corpus.rows import corpus_rows

        return list(corpus_rows(self))

    def to_frame(self, *, backend: Backend = "pandas") -> Any:
        """The quotes as one table, with outlet, statement and the speaker's name across articles.

        Args:
            backend: "pandas", "polars" or "arrow".

        Returns:
            A table of the backend; empty, with all columns and their types, when there are no quotes.

        Raises:
            InputError: an unknown backend.
            MissingDependencyError: the backend's library is not installed.
        """
        from negotiations_nlp.corpus.rows import CORPUS_QUOTES, corpus_rows
        from negotiations_nlp.export.frames import make_frame

        return make_frame(corpus_rows(self), CORPUS_QUOTES, backend=backend)

    def save(self, path: str | Path) -> None:
        """Write the articles and their outlets.

        Args:
            path: ends in .jsonl or .parquet.

        Raises:
            InputError: the path ends otherwise.
            MissingDependencyError: Parquet without pyarrow.
        """
        write_articles(path, self._articles.values())

    @classmethod
    def load(cls, path: str | Path, *, max_days: int = 3, knowledge: Knowledge | None = None) -> Corpus:
        """Read what `save` wrote, or any file of article JSON, one a line.

        Args:
            path: ends in .jsonl or .parquet.
            max_days: as for the corpus.
            knowledge: as for the corpus.

        Raises:
            NegotiationsError: as for `add_file`.
        """
        corpus = cls(max_days=max_days, knowledge=knowledge)
        corpus.add_file(path)
        return corpus
