package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;

/** A chart that can be drawn on a laptop's width and on a phone's. */
interface Chart {

    Element draw(Size size);
}
