package io.laguna.apps.covid.cases;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The function that turns rows of files under one header into rows of trusted.cases, and unreadable rows into rows with
 * a reason. It takes rows of {@link Header#schema()} followed by {@link #PATH} and {@link #BLOCK_START}; it returns
 * rows of {@link #SCHEMA}.
 *
 * <p>Plain Java on Spark's own rows, on purpose: column expressions for all these rules, and encoders for thirty
 * columns as well, make generated methods that are longer than the JIT compiler takes, and run several times slower.
 */
final class CaseRows implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {

    private static final long serialVersionUID = 1L;

    private static final int MOST_ENCODED = 50_000;

    static final String PATH = "_path";
    static final String BLOCK_START = "_block_start";

    static final String DELIVERY = "delivery";
    static final String FILE = "file";
    static final String REASON = "reason";
    static final String RAW = "raw";
    static final String RANK = "rank";

    /** The columns of trusted.cases, then file, reason, raw and rank. */
    static final StructType SCHEMA = schema();

    private final Header header;
    private final Sources sources;
    private final int lastReportDay;

    CaseRows(Header header, Sources sources) {
        this.header = header;
        this.sources = sources;
        this.lastReportDay =
                Math.toIntExact(LocalDate.now(ZoneOffset.UTC).plusDays(1).toEpochDay());
    }

    @Override
    public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
        return new Conversion(rows);
    }

    private final class Conversion implements Iterator<InternalRow> {

        private final Iterator<InternalRow> rows;
        private final CaseReader reader = new CaseReader(header, lastReportDay);
        private final Map<String, UTF8String> encoded = new HashMap<>();
        private final int path = header.columns().size() + 1;
        private final int blockStart = path + 1;

        private UTF8String currentPath = UTF8String.EMPTY_UTF8;
        private long currentBlock = -1;
        private String delivery = "";
        private String file = "";
        private long rank;

        Conversion(Iterator<InternalRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public InternalRow next() {
            InternalRow row = rows.next();
            locate(row.getUTF8String(path), row.getLong(blockStart));
            CaseReader.Reading reading = reader.read(row);
            return reading instanceof CaseReader.Accepted accepted
                    ? accepted(accepted.value())
                    : rejected((CaseReader.Rejected) reading);
        }

        /**
         * Notes where the row is in its file. A block has fewer records than bytes: its start and the number of the
         * record in it order a file's rows.
         */
        private void locate(UTF8String rowPath, long rowBlock) {
            if (rowBlock != currentBlock || !rowPath.equals(currentPath)) {
                currentPath = rowPath.clone();
                currentBlock = rowBlock;
                // Spark gives the path as a URI: a space in a name is %20 here.
                Path parsed = new Path(URI.create(rowPath.toString()));
                file = parsed.getName();
                delivery = parsed.getParent().getName().substring(Deliveries.PREFIX.length());
                rank = sources.rank(delivery, file) + rowBlock;
            } else {
                rank++;
            }
        }

        private InternalRow accepted(CleanCase value) {
            Optional<Place> place = value.place();
            return new GenericInternalRow(new Object[] {
                value.caseId(),
                epochDay(value.report()),
                epochDay(value.notification()),
                epochDay(value.symptomOnset()),
                epochDay(value.diagnosis()),
                epochDay(value.recovery()),
                epochDay(value.death()),
                encoded(place.map(found -> found.department().code())),
                encoded(place.map(found -> found.department().title())),
                encoded(place.flatMap(Place::district).map(District::title)),
                encoded(place.flatMap(Place::municipalityCode)),
                encoded(value.municipality()),
                value.age().map(Age::value).orElse(null),
                value.age().map(Age::unit).orElse(null),
                value.age().map(Age::years).orElse(null),
                encoded(value.sex()),
                encoded(value.infectionSource()),
                encoded(value.carePlace()),
                encoded(value.severity()),
                value.asymptomatic(),
                encoded(value.outcome().title()),
                encoded(value.countryCode()),
                encoded(value.country()),
                encoded(value.recoveryKind()),
                encoded(value.ethnicGroup()),
                encoded(value.ethnicGroupName()),
                encoded(delivery),
                value.report() instanceof Day.Known report ? encoded(report.month()) : null,
                null,
                null,
                null,
                rank
            });
        }

        private InternalRow rejected(CaseReader.Rejected rejected) {
            Object[] cells = new Object[SCHEMA.size()];
            cells[SCHEMA.fieldIndex(DELIVERY)] = encoded(delivery);
            cells[SCHEMA.fieldIndex(FILE)] = encoded(file);
            cells[SCHEMA.fieldIndex(REASON)] = UTF8String.fromString(rejected.reason());
            cells[SCHEMA.fieldIndex(RAW)] = UTF8String.fromString(rejected.raw());
            return new GenericInternalRow(cells);
        }

        /** Returns the encoded text. The texts of accepted rows are few and come again: each is encoded once. */
        private UTF8String encoded(String text) {
            if (encoded.size() > MOST_ENCODED) {
                encoded.clear();
            }
            return encoded.computeIfAbsent(text, UTF8String::fromString);
        }

        private UTF8String encoded(Optional<String> text) {
            return text.map(this::encoded).orElse(null);
        }
    }

    private static Object epochDay(Day day) {
        return day instanceof Day.Known known ? known.epochDay() : null;
    }

    private static StructType schema() {
        return Cases.SCHEMA
                .add(FILE, DataTypes.StringType)
                .add(REASON, DataTypes.StringType)
                .add(RAW, DataTypes.StringType)
                .add(RANK, DataTypes.LongType);
    }
}
