package io.laguna.apps.covid.report.markup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page's own style sheet or script, which browsers read without unescaping. The text can only come from Laguna's
 * own jar.
 */
public record Verbatim(String value) implements Node {

    /**
     * Refuses a text that cannot stand there as it is.
     *
     * @throws IllegalArgumentException for characters that would end the element or break the XML
     */
    public Verbatim {
        if (value.indexOf('<') >= 0 || value.indexOf('&') >= 0) {
            throw new IllegalArgumentException("A style sheet or script in the page must do without '<' and '&'.");
        }
    }

    /** Returns the file {@code name} that lies beside this class. */
    public static Verbatim resource(String name) {
        try (InputStream in = Verbatim.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing from the jar");
            }
            return new Verbatim(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append(value);
    }
}
