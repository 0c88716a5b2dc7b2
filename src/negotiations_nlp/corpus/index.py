"""Finding the entities of a corpus by any spelling of a name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from negotiations_nlp.corpus.linking import may_mean
from negotiations_nlp.names.entries import LABELS
from negotiations_nlp.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.corpus.linking import Name, NameGraph
    from negotiations_nlp.corpus.records import CorpusEntity
    from negotiations_nlp.names.knowledge import Knowledge

__all__ = ["EntityIndex"]


class EntityIndex:
    """Entities under the names and spellings that the articles use.

    Args:
        entities: the entities.
        of_name: the entity that each name of the graph went to.
        graph: finds names that share a key with a query.
        knowledge: knows names that no article uses.
    """

    def __init__(
        self,
        entities: Sequence[CorpusEntity],
        of_name: dict[Name, list[CorpusEntity]],
        graph: NameGraph,
        knowledge: Knowledge,
    ) -> None:
        self._of_name = of_name
        self._graph = graph
        self._knowledge = knowledge
        self._by_id: dict[str, list[CorpusEntity]] = defaultdict(list)
        self._by_form: dict[str, list[CorpusEntity]] = defaultdict(list)
        self._size: dict[CorpusEntity, int] = {}
        for entity in entities:
            if entity.kb_id is not None:
                self._by_id[entity.kb_id].append(entity)
            texts = {entity.name}
            for appearance in entity.appearances:
                texts.add(appearance.entity.name)
                texts.update(mention.text for mention in appearance.entity.mentions)
            for form in {fold(text) for text in texts} - {""}:
                self._by_form[form].append(entity)
            self._size[entity] = sum(len(a.entity.mentions) for a in entity.appearances)

    def find(self, name: str) -> tuple[CorpusEntity, ...]:
        """The entities that a name may mean.

        Args:
            name: a name in any spelling.

        Returns:
            Those that bear it as the articles write it first, then those known by it, then those that may be spelled
            so; among equals the one that is mentioned most. Empty when there is none.
        """
        ranks: dict[CorpusEntity, int] = {}
        folded = fold(name)
        for entity in self._by_form.get(folded, ()):
            ranks[entity] = 0 if fold(entity.name) == folded else 1
        for label in LABELS:
            known = self._knowledge.normalize(name, label)
            for entity in self._by_id.get(known.id, ()) if known is not None and known.id is not None else ():
                ranks[entity] = min(ranks.get(entity, 1), 1)
        if not ranks:
            for label in LABELS:
                for other in self._graph.sharing_a_key(name, label):
                    for entity in self._of_name.get(other, ()):
                        # "Petro Hrynko" may be the "Hrynko" of an article, but not where that one is Oleksii
                        if may_mean(name, entity.name if label == "PERSON" else other.text, label):
                            ranks[entity] = 2
        return tuple(sorted(ranks, key=lambda e: (ranks[e] == 2, -self._size[e], ranks[e], e.name)))
