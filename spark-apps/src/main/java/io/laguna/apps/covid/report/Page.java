package io.laguna.apps.covid.report;

import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.finding.Findings;
import io.laguna.apps.covid.report.finding.Origin;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Verbatim;
import io.laguna.apps.covid.report.section.AthenaSection;
import io.laguna.apps.covid.report.section.BedsSection;
import io.laguna.apps.covid.report.section.DelaysSection;
import io.laguna.apps.covid.report.section.DepartmentsSection;
import io.laguna.apps.covid.report.section.FatalitySection;
import io.laguna.apps.covid.report.section.Headline;
import io.laguna.apps.covid.report.section.LineageSection;
import io.laguna.apps.covid.report.section.ModelSection;
import io.laguna.apps.covid.report.section.MonthsSection;
import io.laguna.apps.covid.report.section.NationalSection;
import io.laguna.apps.covid.report.section.RankingSection;
import io.laguna.apps.covid.report.section.Section;
import io.laguna.apps.covid.report.section.SeveritySection;
import io.laguna.apps.covid.report.section.ThousandthCaseSection;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.ShortName;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page: one HTML file that needs neither a network nor a script to be read. */
final class Page {

    private final Findings findings;
    private final List<Section> sections;

    Page(Findings findings) {
        this.findings = findings;
        this.sections = sections(findings);
    }

    /** Returns the page's text. The same findings give the same text, byte for byte. */
    String render() {
        Element html = Element.of("html", head(), body())
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .with("lang", "en");
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private static List<Section> sections(Findings findings) {
        List<Section> sections = new ArrayList<>(List.of(
                new NationalSection(findings.nation()),
                new DepartmentsSection(findings.departments()),
                new RankingSection(findings.ranking()),
                new MonthsSection(findings.months(), findings.ranking()),
                new FatalitySection(findings.fatality()),
                new SeveritySection(findings.severity()),
                new DelaysSection(findings.delays()),
                new BedsSection(findings.beds(), findings.departments().size()),
                new ThousandthCaseSection(
                        findings.thousandthCases(), findings.departments().size()),
                new ModelSection(findings.model(), findings.importances())));
        if (!findings.queries().isEmpty()) {
            sections.add(new AthenaSection(findings.queries()));
        }
        sections.add(new LineageSection(findings.clean(), findings.marts(), findings.origins()));
        return sections;
    }

    private static Element head() {
        return Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", "COVID-19 in Colombia"),
                Element.of("style", Verbatim.resource("report.css")));
    }

    private Element body() {
        return Element.of("body")
                .add(header())
                .add(Element.of("main")
                        .addAll(sections.stream().map(Section::render).toList()))
                .add(Element.of("script", Verbatim.resource("report.js")));
    }

    private Element header() {
        Element header = Element.of("header", Element.of("h1", "COVID-19 in Colombia"));
        if (findings.nation().isEmpty()) {
            header.add(Element.of("p", "There are no cases in the refined zone yet.")
                    .style("lead"));
        } else {
            Day latest = findings.nation().get(findings.nation().size() - 1);
            header.add(Element.of(
                            "p",
                            "Confirmed cases reported up to " + Dates.full(latest.date()) + " in " + reached()
                                    + ", read case by case, cleaned and counted.")
                    .style("lead"));
        }
        if (findings.origins().stream().anyMatch(Origin::isGenerated)) {
            header.add(Element.of(
                            "p",
                            "Generated sample: these cases were made up by a generator in the shape of the real dataset."
                                    + " They tell nothing about Colombia.")
                    .style("notice"));
        }
        return header.addAll(new Headline(
                                findings.nation(),
                                findings.ranking(),
                                findings.marts(),
                                findings.queries().impact())
                        .render())
                .add(contents())
                .add(highlighter());
    }

    /** Returns a text that tells how much of the country has cases. */
    private String reached() {
        int all = findings.departments().size();
        long reached = findings.departments().stream()
                .filter(DepartmentCurve::hasCases)
                .count();
        return reached == all
                ? "all " + Numbers.count(all, "department", "departments")
                : reached + " of " + Numbers.count(all, "department", "departments");
    }

    private Element contents() {
        return Element.of("nav")
                .with("aria-label", "Contents")
                .addAll(sections.stream()
                        .map(section -> Element.of("a", section.title()).with("href", "#" + section.id()))
                        .toList());
    }

    /** Returns a choice of department that the script makes work; without the script the control stays hidden. */
    private Element highlighter() {
        Element choice = Element.of("select").with("id", "department");
        choice.add(Element.of("option", "none").with("value", ""));
        findings.departments().stream()
                .sorted(Comparator.comparing(DepartmentCurve::name, SpanishOrder.BY_NAME))
                .forEach(department -> choice.add(
                        Element.of("option", ShortName.of(department.name())).with("value", department.code())));
        return Element.of("p", Element.of("label", "Highlight a department").with("for", "department"), choice)
                .style("highlighter")
                .with("hidden", "hidden");
    }
}
