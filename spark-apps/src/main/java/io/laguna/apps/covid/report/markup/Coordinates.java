package io.laguna.apps.covid.report.markup;

/** The form of coordinates in an SVG: tenths of a pixel, without trailing zeros, whatever the machine's locale. */
public final class Coordinates {

    private Coordinates() {}

    public static String write(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }
}
