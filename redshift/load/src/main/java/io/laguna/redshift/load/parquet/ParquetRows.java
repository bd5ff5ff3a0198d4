package io.laguna.redshift.load.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.plan.Rows;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.load.value.Row;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file, whose columns are the table's by their order.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html">COPY from columnar
 *     data formats</a>
 */
public final class ParquetRows implements Rows {
    private final Order order;
    private final Source source;
    private final Store store;
    private final FileMetaData footer;
    private final MessageType schema;
    private final List<Column> columns = new ArrayList<>();
    private int group = -1;
    private long left;

    /** A column of the table: values of one column of the file, or trees of several. */
    private abstract static class Column {
        private final Target target;

        Column(Target target) {
            this.target = target;
        }

        abstract void open(GroupPages pages);

        /** Writes the next value and tells whether there is one. */
        abstract boolean write(Row row) throws IOException;
    }

    private ParquetRows(Order order, Source source, Store store, FileMetaData footer, MessageType schema) {
        this.order = order;
        this.source = source;
        this.store = store;
        this.footer = footer;
        this.schema = schema;
    }

    /**
     * Reads the footer.
     *
     * @param serializes whether SERIALIZETOJSON is said, without which nested columns are refused
     * @throws FileRefused when the columns are not the table's
     */
    public static ParquetRows open(Order order, boolean serializes, Source source, Store store) throws IOException {
        FileMetaData footer = Footer.read(source, store);
        ParquetRows rows = new ParquetRows(order, source, store, footer, Schemas.of(footer.getSchema()));
        rows.match(serializes);
        return rows;
    }

    private void match(boolean serializes) throws FileRefused {
        List<Target> targets = order.columns();
        int present = schema.getFieldCount();
        boolean fewer = present < targets.size() && order.options().has(LoadOption.FILLRECORD);
        if (present != targets.size() && !fewer) {
            throw new FileRefused("Unmatched number of columns between table and file. Table columns: " + targets.size()
                    + ", Data columns: " + present + ", File name: " + source.location());
        }
        Leaves leaves = new Leaves(order, source.location().toString());
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            columns.add(i < present ? column(schema.getType(i), target, leaves, serializes) : new Missing(target));
        }
    }

    private Column column(Type type, Target target, Leaves leaves, boolean serializes) throws FileRefused {
        if (type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)) {
            Optional<Leaf> leaf = leaves.of(type.asPrimitiveType(), target);
            return new Flat(target, type, leaf.orElseThrow(() -> incompatible(type, target)));
        }
        if (target.type().kind() != Kind.SUPER || !serializes) {
            throw incompatible(type, target);
        }
        return new Tree(target, type);
    }

    private FileRefused incompatible(Type type, Target target) {
        StringBuilder text = new StringBuilder();
        type.writeToStringBuilder(text, "");
        return new FileRefused("File '" + source.location() + "' has an incompatible Parquet schema for column '"
                + source.location() + "." + target.name() + "'. Column type: " + target.type()
                + ", Parquet schema:\n" + text);
    }

    @Override
    public Outcome next(Row row) throws IOException {
        while (left == 0) {
            group++;
            if (group >= footer.getRow_groupsSize()) {
                return Outcome.END;
            }
            RowGroup next = footer.getRow_groups().get(group);
            left = next.getNum_rows();
            if (left > 0) {
                GroupPages pages = new GroupPages(source, store, next);
                unchecked(() -> columns.forEach(column -> column.open(pages)));
            }
        }
        left--;
        row.begin(columns.size());
        for (Column column : columns) {
            boolean value;
            try {
                value = column.write(row);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (!value) {
                if (!column.target.nullable()) {
                    throw new FileRefused("Missing data for not-null field, column " + column.target.name()
                            + ", File name: " + source.location());
                }
                row.nothing();
            }
        }
        return Outcome.ROW;
    }

    private static void unchecked(Runnable reading) throws IOException {
        try {
            reading.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {}

    /** Values of one column of the file. */
    private final class Flat extends Column {
        private final MessageType only;
        private final Leaf leaf;
        private Optional<ColumnReader> reader = Optional.empty();
        private int defined;

        Flat(Target target, Type type, Leaf leaf) {
            super(target);
            this.only = new MessageType(schema.getName(), type);
            this.leaf = leaf;
        }

        @Override
        void open(GroupPages pages) {
            ColumnReadStoreImpl values = new ColumnReadStoreImpl(pages, new NoRecord(only), only, createdBy());
            reader = Optional.of(values.getColumnReader(only.getColumns().get(0)));
            defined = only.getColumns().get(0).getMaxDefinitionLevel();
        }

        @Override
        boolean write(Row row) throws IOException {
            ColumnReader current = reader.get();
            boolean value = current.getCurrentDefinitionLevel() == defined;
            if (value) {
                leaf.write(current, row);
            }
            current.consume();
            return value;
        }
    }

    private String createdBy() {
        return footer.isSetCreated_by() ? footer.getCreated_by() : "unknown";
    }

    /** Trees of the columns below one field. */
    private final class Tree extends Column {
        private final MessageType only;
        private Optional<RecordReader<JsonNode>> reader = Optional.empty();

        Tree(Target target, Type type) {
            super(target);
            this.only = new MessageType(schema.getName(), type);
        }

        @Override
        void open(GroupPages pages) {
            reader = Optional.of(
                    new ColumnIOFactory(createdBy()).getColumnIO(only).getRecordReader(pages, new Trees(only)));
        }

        @Override
        boolean write(Row row) {
            JsonNode value = reader.get().read();
            if (value.isNull()) {
                return false;
            }
            Nested.write(value, row);
            return true;
        }
    }

    /** The assembly of trees. */
    private static final class Trees extends RecordMaterializer<JsonNode> {
        private JsonNode current = NullNode.getInstance();
        private final GroupConverter root;

        Trees(MessageType type) {
            this.root = Nested.converter(type, value -> current = value.path(type.getFieldName(0)))
                    .asGroupConverter();
        }

        @Override
        public JsonNode getCurrentRecord() {
            return current.isMissingNode() ? NullNode.getInstance() : current;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    /** A column that the file does not have. */
    private static final class Missing extends Column {
        Missing(Target target) {
            super(target);
        }

        @Override
        void open(GroupPages pages) {}

        @Override
        boolean write(Row row) {
            return false;
        }
    }
}
