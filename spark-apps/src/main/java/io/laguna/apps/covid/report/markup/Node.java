package io.laguna.apps.covid.report.markup;

/** A piece of the page's markup. The written text is HTML5 and well-formed XML at the same time. */
public sealed interface Node permits Element, Text, Verbatim {

    void writeTo(StringBuilder out);
}
