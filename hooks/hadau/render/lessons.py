"""Quizzes for learning platforms: away from the site, where every link is a whole address."""

from __future__ import annotations

from ..model.guide import Project
from ..model.lessons import Lesson, LessonText
from ..model.linked import Address, Linked, PageKey
from ..model.quizzes import Quiz
from ..model.text import LANGUAGES, Language
from .asking import ask_quiz
from .citations import year_suffixes
from .templates import open_templates
from .view import View


class Abroad(View):
    """A text that is read away from the site."""

    site_url: str = ""

    def url(self, key: PageKey, anchor: str | None = None) -> str:
        """The whole address of a page."""
        return self.site_url + super().url(key, anchor)


def render_lessons(linked: Linked, project: Project) -> tuple[Lesson, ...]:
    """Every quiz of a guide, in the order of the guide."""
    templates = open_templates(project.templates)
    suffixes = year_suffixes(linked.guide.sources.values())

    def tell(quiz: Quiz, language: Language) -> LessonText:
        def view() -> Abroad:
            # The root of the site, so that a way from here is the end of a whole address.
            found = Abroad(linked, Address("landing", language, ""), suffixes)
            found.site_url = project.site_url
            return found

        here = view()
        html = templates.get_template("lesson.html").render(
            view=here, entry=quiz, title=here.phrase(quiz.title), questions=ask_quiz(here, quiz)
        )
        return LessonText(
            language=language,
            name=here.word("language.name"),
            title=str(here.phrase(quiz.title)),
            guide=linked.guide.about.title.of(language),
            section=str(here.phrase(here.section(quiz.section).title)),
            url=here.entry_url(quiz.id),
            questions=ask_quiz(view(), quiz),
            html=html,
        )

    def wrap(quiz: Quiz) -> Lesson:
        texts = {language: tell(quiz, language) for language in LANGUAGES}
        labels = [linked.guide.words[language]["lesson.languages"] for language in LANGUAGES]
        html = templates.get_template("package.html").render(
            texts=list(texts.values()), labels=labels
        )
        return Lesson(quiz.id, texts, html)

    return tuple(
        wrap(quiz)
        for id_ in linked.order[LANGUAGES[0]]
        if isinstance(quiz := linked.guide.entries[id_], Quiz)
    )
