package io.laguna.redshift.load.orc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.DocumentText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.orc.OrcProto;

/** The rows of an ORC file as documents, whose keys are the columns' names. */
public final class OrcDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OrcFile file;
    private final OrcColumn root;
    private final boolean byPosition;
    private int stripe = -1;
    private long left;

    private OrcDocuments(OrcFile file, OrcColumn root, boolean byPosition) {
        this.file = file;
        this.root = root;
        this.byPosition = byPosition;
    }

    /**
     * Reads the footer.
     *
     * @param byPosition whether keys are the places of the columns instead, from 0
     * @throws FileRefused when the file is none of ORC, or its rows are no structures
     */
    public static OrcDocuments open(Source source, Store store, boolean byPosition) throws IOException {
        OrcFile file = OrcFile.open(source, store);
        OrcColumn root = OrcColumn.of(file.footer(), 0);
        if (root.type().getKind() != OrcProto.Type.Kind.STRUCT) {
            throw new FileRefused("The rows of ORC file " + source.location() + " are no structures");
        }
        return new OrcDocuments(file, root, byPosition);
    }

    /** Returns the next row, or nothing at the end. */
    public Optional<ObjectNode> next() throws IOException {
        while (left == 0) {
            stripe++;
            if (stripe >= file.stripes().size()) {
                return Optional.empty();
            }
            left = file.stripes().get(stripe).getNumberOfRows();
            Stripe read = file.read(file.stripes().get(stripe));
            for (OrcColumn column : root.children()) {
                column.open(read);
            }
        }
        left--;
        ObjectNode row = JSON.objectNode();
        List<OrcColumn> columns = root.children();
        for (int i = 0; i < columns.size(); i++) {
            String key = byPosition ? String.valueOf(i) : root.type().getFieldNames(i);
            row.set(key, columns.get(i).next() ? value(columns.get(i)) : JSON.nullNode());
        }
        return Optional.of(row);
    }

    private static JsonNode value(OrcColumn column) {
        return switch (column.type().getKind()) {
            case DECIMAL -> JSON.textNode(column.value().decimal().toPlainString());
            case BINARY -> JSON.textNode(DocumentText.ofBytes(
                    column.value().bytes(),
                    column.value().from(),
                    column.value().to()));
            default -> OrcTree.node(column);
        };
    }
}
