package io.laguna.redshift.wire;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Catalog;
import io.laguna.redshift.wire.order.Column;
import io.laguna.redshift.wire.order.Later;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Repair;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import io.laguna.redshift.wire.order.Workbench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A translation of a few words, each for one thing that a translation may ask of the wire. */
final class TestTranslation implements Translation {
    private final Catalog catalog;

    TestTranslation(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Order> translate(String text) throws SqlFailure {
        List<Order> orders = new ArrayList<>();
        int from = 0;
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                orders.add(order(part, from));
            }
            from += part.codePointCount(0, part.length()) + 1;
        }
        return orders;
    }

    private Order order(String text, int from) throws SqlFailure {
        String word = text.strip();
        if (word.startsWith("refuse")) {
            throw new SqlFailure("0A000", "refused").at(from + 1);
        }
        if (word.startsWith("load ")) {
            return new Loading(word.substring("load ".length()));
        }
        if (word.startsWith("unload ")) {
            return new Unloading(word.substring("unload ".length()));
        }
        if (word.startsWith("show numbers")) {
            return new Numbers();
        }
        if (word.startsWith("columns of ")) {
            String table = word.substring("columns of ".length());
            return (Later) () -> Run.of("select '"
                    + catalog.query("select count(*) from pg_attribute where attnum > 0 and attrelid = to_regclass('"
                                    + table + "')")
                            .get(0)
                            .get(0)
                            .orElse("")
                    + "'::int as n");
        }
        if (word.startsWith("break")) {
            return new Breaking();
        }
        if (word.startsWith("wait")) {
            return new Waiting();
        }
        String sql = text.replace("sysdate", "current_timestamp");
        int longer = sql.length() - text.length();
        // Places after the word are later than the client's.
        Optional<Repair> repair =
                word.contains("alias") ? Optional.of(failure -> repaired(sql, failure)) : Optional.empty();
        Run run = new Run(sql, at -> from + Math.max(1, at - longer), List.of(), List.of(), repair);
        return word.startsWith("truncate") ? run.with(List.of(), List.of("commit")) : run;
    }

    private static Optional<Order> repaired(String sql, SqlFailure failure) {
        return failure.state().equals("42703")
                ? Optional.of(Run.of(sql.replace("alias1", "21 * 2")))
                : Optional.empty();
    }

    /** Rows that come from Laguna, into a table. */
    private record Loading(String table) implements Answer {
        @Override
        public String run(Workbench bench) throws SqlFailure, IOException {
            bench.notice("INFO", "Load into table '" + table + "' completed");
            byte[] rows = "1\n2\n3\n".getBytes(StandardCharsets.UTF_8);
            bench.copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows));
            return "COPY";
        }
    }

    /** Rows that go to Laguna; the client gets their bytes as a row. */
    private record Unloading(String table) implements Answer {
        @Override
        public List<Column> columns() {
            return List.of(Column.varchar("content", 256));
        }

        @Override
        public String run(Workbench bench) throws SqlFailure, IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            bench.copyOut("copy " + table + " to stdout", all);
            bench.row(List.of(Optional.of(all.toString(StandardCharsets.UTF_8))));
            return "UNLOAD";
        }
    }

    /** Rows of Laguna's own, with a parameter. */
    private record Numbers() implements Answer {
        @Override
        public List<Column> columns() {
            return List.of(Column.integer("n"), Column.varchar("word", 10));
        }

        @Override
        public List<Integer> parameters() {
            return List.of(1043);
        }

        @Override
        public String run(Workbench bench) throws SqlFailure, IOException {
            Optional<String> word = bench.parameters().isEmpty()
                    ? Optional.empty()
                    : bench.parameters().get(0);
            for (String number :
                    IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).toList()) {
                bench.row(List.of(Optional.of(number), word));
            }
            return "SHOW";
        }
    }

    /** A failure after a statement of its own. */
    private record Breaking() implements Answer {
        @Override
        public String run(Workbench bench) throws SqlFailure, IOException {
            bench.execute("insert into kept values (99)");
            throw new SqlFailure("XX000", "Load into table 'kept' failed.");
        }
    }

    /** Work that is not the engine's and takes until it is cancelled. */
    private record Waiting() implements Answer {
        @Override
        public String run(Workbench bench) throws SqlFailure, IOException {
            while (true) {
                bench.query("select pg_sleep(0.01)");
                bench.checkCancelled();
            }
        }
    }
}
