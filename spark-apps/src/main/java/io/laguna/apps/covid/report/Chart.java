package io.laguna.apps.covid.report;

/** A chart that can be drawn on a laptop's width and on a phone's. */
interface Chart {

    Element draw(Size size);
}
