package io.laguna.emulator.s3.call;

import java.util.Map;

/** The document of an error as S3 sends it, but for the ids of the request. */
final class ErrorDocument {
    private ErrorDocument() {}

    static String of(Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<Error>");
        fields.forEach((name, value) -> {
            xml.append('<').append(name).append('>');
            escape(value, xml);
            xml.append("</").append(name).append('>');
        });
        return xml.append("</Error>").toString();
    }

    /** Writes a text, with the replacement character for what XML 1.0 cannot hold. */
    private static void escape(String text, StringBuilder xml) {
        text.codePoints().forEach(each -> {
            switch (each) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#xD;");
                default -> xml.appendCodePoint(isXml(each) ? each : 0xFFFD);
            }
        });
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
