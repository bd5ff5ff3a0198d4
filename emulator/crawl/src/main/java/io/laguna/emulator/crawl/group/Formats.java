package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.finding.Finding;

/** The format of a file, in words and compared with another one's. */
final class Formats {
    private Formats() {}

    static boolean same(Finding one, Finding other) {
        return one.layout().equals(other.layout()) && one.compression().equals(other.compression());
    }

    static String name(Finding finding) {
        String name = finding.layout().classification();
        return finding.compression().equals("none") ? name : name + " in " + finding.compression();
    }
}
