package io.laguna.apps.covid.report;

/** A piece of the page's markup. The written text is HTML5 and well-formed XML at the same time. */
sealed interface Node permits Element, Text, Verbatim {

    void writeTo(StringBuilder out);
}
