package io.laguna.redshift.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cases in a file: a line of title, what goes in, a line with an arrow, what comes out. */
record Cases(String title, String input, String expected) {
    /** Returns the cases of a resource beside this class. */
    static List<Cases> in(String resource) {
        try (InputStream stream = Cases.class.getResourceAsStream(resource)) {
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cases> read(String text) {
        List<Cases> cases = new ArrayList<>();
        for (String block : text.split("(?m)^## ", -1)) {
            int line = block.indexOf('\n');
            int arrow = block.indexOf("\n=>\n");
            if (arrow > 0) {
                cases.add(new Cases(
                        block.substring(0, line).strip(),
                        block.substring(line + 1, arrow),
                        block.substring(arrow + 4).strip()));
            }
        }
        return cases;
    }

    @Override
    public String toString() {
        return title;
    }
}
