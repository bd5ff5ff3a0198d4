package io.laguna.redshift.load.orc;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.plan.Rows;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.Row;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.orc.OrcProto;

/**
 * Rows of an ORC file, whose columns are the table's by their order.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html">COPY from columnar
 *     data formats</a>
 */
public final class OrcRows implements Rows {
    private final OrcFile file;
    private final List<Target> targets;
    private final List<OrcColumn> columns;
    private final List<OrcLeaf> leaves = new ArrayList<>();
    private int stripe = -1;
    private long left;

    private OrcRows(OrcFile file, List<Target> targets, List<OrcColumn> columns) {
        this.file = file;
        this.targets = targets;
        this.columns = columns;
    }

    /**
     * Reads the footer.
     *
     * @param serializes whether SERIALIZETOJSON is said, without which nested columns are refused
     * @throws FileRefused when the columns are not the table's
     */
    public static OrcRows open(Order order, boolean serializes, Source source, Store store) throws IOException {
        OrcFile file = OrcFile.open(source, store);
        OrcColumn root = OrcColumn.of(file.footer(), 0);
        if (root.type().getKind() != OrcProto.Type.Kind.STRUCT) {
            throw new FileRefused("The rows of ORC file " + source.location() + " are no structures");
        }
        OrcRows rows = new OrcRows(file, order.columns(), root.children());
        int present = rows.columns.size();
        boolean fewer = present < rows.targets.size() && order.options().has(LoadOption.FILLRECORD);
        if (present != rows.targets.size() && !fewer) {
            throw new FileRefused("Unmatched number of columns between table and file. Table columns: "
                    + rows.targets.size() + ", Data columns: " + present + ", File name: " + source.location());
        }
        for (int i = 0; i < present; i++) {
            rows.leaves.add(OrcLeaf.of(
                    rows.columns.get(i),
                    rows.targets.get(i),
                    order.rules(),
                    serializes,
                    source.location().toString()));
        }
        return rows;
    }

    @Override
    public Outcome next(Row row) throws IOException {
        while (left == 0) {
            stripe++;
            if (stripe >= file.stripes().size()) {
                return Outcome.END;
            }
            left = file.stripes().get(stripe).getNumberOfRows();
            Stripe read = file.read(file.stripes().get(stripe));
            for (OrcColumn column : columns) {
                column.open(read);
            }
        }
        left--;
        row.begin(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            if (i < columns.size() && columns.get(i).next()) {
                leaves.get(i).write(columns.get(i), row);
            } else if (targets.get(i).nullable()) {
                row.nothing();
            } else {
                throw new FileRefused("Missing data for not-null field, column "
                        + targets.get(i).name() + ", File name: "
                        + file.source().location());
            }
        }
        return Outcome.ROW;
    }

    @Override
    public void close() {}
}
