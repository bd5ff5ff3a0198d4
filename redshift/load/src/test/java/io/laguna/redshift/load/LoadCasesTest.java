package io.laguna.redshift.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.record.InvalidPaths;
import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.ColumnType;
import io.laguna.redshift.load.value.Rules;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.Dialect;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.Statement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of what becomes of files: the cases of {@code load-cases.txt}. */
class LoadCasesTest {
    static Stream<Case> cases() {
        return Case.in("load-cases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filesBecomeRowsAndErrors(Case given) throws IOException, InvalidPaths {
        List<Target> columns = columns(given.columns());
        List<byte[]> files = new ArrayList<>(given.files());
        Statement.Copy copy = copy(given.options());
        Assignment assignment = assignment(copy.format(), columns, files);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sources.add(new Source(new Location("b", Integer.toString(i)), files.get(i).length));
        }
        List<String> said = new ArrayList<>();
        Journal journal = new Journal() {
            @Override
            public void rejected(Rejection rejection) {
                said.add("error: " + rejection.source().location().key() + ":" + rejection.line() + " "
                        + rejection.column().map(Target::name).orElse("-") + " " + rejection.position() + " "
                        + rejection.code().number() + " " + rejection.reason() + " <" + rejection.rawField() + ">");
            }

            @Override
            public void replaced(Source source, long line, String column, String rawLine) {
                said.add("replaced: " + source.location().key() + ":" + line + " " + column);
            }

            @Override
            public void loaded(Source source, long rows) {}
        };
        Order order = new Order(
                copy.format(), copy.options(), columns, assignment, Rules.of(copy.options(), ZoneId.of("UTC")));
        Load load = new Load(order, sources, new Files(files), journal);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try {
            load.transferTo(rows);
            said.addAll(BinaryRows.read(new ByteArrayInputStream(rows.toByteArray()), columns));
        } catch (LoadFailed e) {
            said.add("failed");
        } catch (FileRefused e) {
            said.add("refused: " + e.getMessage());
        }
        assertThat(String.join("\n", said)).isEqualTo(given.expected());
    }

    private record Files(List<byte[]> files) implements Store {
        @Override
        public InputStream open(Source source) {
            return new ByteArrayInputStream(
                    files.get(Integer.parseInt(source.location().key())));
        }

        @Override
        public byte[] range(Source source, long from, int length) {
            byte[] file = files.get(Integer.parseInt(source.location().key()));
            return Arrays.copyOfRange(file, (int) from, (int) from + length);
        }
    }

    private static Statement.Copy copy(String options) {
        Dialect dialect = Dialect.of(relation -> Optional.empty());
        return (Statement.Copy) dialect.read(dialect.split("copy t from 's3://b/' iam_role default " + options)
                .get(0));
    }

    /** Returns how documents become rows; of JSONPaths the last file is the file. */
    private static Assignment assignment(DataFormat format, List<Target> columns, List<byte[]> files)
            throws InvalidPaths {
        DataFormat.Mapping mapping =
                format instanceof DataFormat.Json json ? json.mapping() : new DataFormat.Mapping.Auto(false);
        if (mapping instanceof DataFormat.Mapping.Paths) {
            return Assignment.paths(files.remove(files.size() - 1), columns.size());
        }
        return mapping instanceof DataFormat.Mapping.Auto auto
                ? new Assignment.ByName(columns.stream().map(Target::name).toList(), auto.ignoresCase())
                : new Assignment.Whole();
    }

    private static List<Target> columns(String text) {
        List<Target> columns = new ArrayList<>();
        for (String column : text.split(", ", -1)) {
            boolean required = column.endsWith(" not null");
            String[] words = column.replace(" not null", "").split(" ", 2);
            int bracket = words[1].indexOf('(');
            String name = bracket < 0 ? words[1] : words[1].substring(0, bracket);
            int modifier = -1;
            if (bracket > 0) {
                String[] lengths =
                        words[1].substring(bracket + 1, words[1].length() - 1).split(",", -1);
                int first = Integer.parseInt(lengths[0]);
                modifier = lengths.length > 1 ? (first << 16 | Integer.parseInt(lengths[1])) + 4 : first + 4;
            }
            columns.add(new Target(words[0], ColumnType.of(name, modifier).orElseThrow(), !required));
        }
        return columns;
    }
}
