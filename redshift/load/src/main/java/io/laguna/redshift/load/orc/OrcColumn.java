package io.laguna.redshift.load.orc;

import io.laguna.redshift.load.plan.FileRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.orc.OrcProto;

/** A column of an ORC file, which goes from value to value, with the columns below it. */
final class OrcColumn {
    private final int number;
    private final OrcProto.Type type;
    private final List<OrcColumn> children = new ArrayList<>();
    private final OrcValue value = new OrcValue();
    private Optional<OrcNumbers> present = Optional.empty();
    private OrcDecoder decoder = OrcDecoder.NOTHING;

    private OrcColumn(int number, OrcProto.Type type) {
        this.number = number;
        this.type = type;
    }

    static OrcColumn of(OrcProto.Footer footer, int number) {
        OrcColumn column = new OrcColumn(number, footer.getTypes(number));
        column.type.getSubtypesList().forEach(child -> column.children.add(of(footer, child)));
        return column;
    }

    OrcProto.Type type() {
        return type;
    }

    List<OrcColumn> children() {
        return children;
    }

    void open(Stripe stripe) throws IOException {
        present = stripe.find(number, OrcProto.Stream.Kind.PRESENT).map(OrcNumbers::bits);
        for (OrcColumn child : children) {
            child.open(stripe);
        }
        decoder = decoder(stripe);
    }

    private OrcDecoder decoder(Stripe stripe) throws IOException {
        return switch (type.getKind()) {
            case BOOLEAN -> {
                OrcNumbers bits = OrcNumbers.bits(stripe.stream(number, OrcProto.Stream.Kind.DATA));
                yield into -> into.whole(bits.next());
            }
            case BYTE -> {
                OrcNumbers bytes = OrcNumbers.bytes(stripe.stream(number, OrcProto.Stream.Kind.DATA));
                yield into -> into.whole((byte) bytes.next());
            }
            case SHORT, INT, LONG, DATE -> {
                OrcNumbers numbers = numbers(stripe, OrcProto.Stream.Kind.DATA, true);
                yield into -> into.whole(numbers.next());
            }
            case FLOAT -> {
                OrcBytes bytes = stripe.stream(number, OrcProto.Stream.Kind.DATA);
                yield into -> into.number(Float.intBitsToFloat((int) bytes.little(Float.BYTES)));
            }
            case DOUBLE -> {
                OrcBytes bytes = stripe.stream(number, OrcProto.Stream.Kind.DATA);
                yield into -> into.number(Double.longBitsToDouble(bytes.little(Double.BYTES)));
            }
            case STRING, VARCHAR, CHAR, BINARY -> OrcDecoder.text(
                    stripe,
                    number,
                    numbers(stripe, OrcProto.Stream.Kind.LENGTH, false),
                    numbers(stripe, OrcProto.Stream.Kind.DATA, false));
            case DECIMAL -> OrcDecoder.decimal(
                    stripe.stream(number, OrcProto.Stream.Kind.DATA),
                    numbers(stripe, OrcProto.Stream.Kind.SECONDARY, true));
            case TIMESTAMP, TIMESTAMP_INSTANT -> OrcDecoder.moment(
                    stripe,
                    type.getKind() == OrcProto.Type.Kind.TIMESTAMP,
                    numbers(stripe, OrcProto.Stream.Kind.DATA, true),
                    numbers(stripe, OrcProto.Stream.Kind.SECONDARY, false));
            case STRUCT -> into -> into.node(OrcTree.struct(this));
            case LIST, MAP -> {
                OrcNumbers lengths = numbers(stripe, OrcProto.Stream.Kind.LENGTH, false);
                yield into -> into.node(OrcTree.items(this, (int) lengths.next()));
            }
            default -> throw new FileRefused("Columns of ORC's type " + type.getKind() + " are not supported");
        };
    }

    private OrcNumbers numbers(Stripe stripe, OrcProto.Stream.Kind kind, boolean signed) {
        return OrcNumbers.of(stripe.stream(number, kind), signed, stripe.isSecond(number));
    }

    /** Goes to the next value; tells whether there is one, or NULL. */
    boolean next() throws IOException {
        if (present.isPresent() && present.get().next() == 0) {
            return false;
        }
        decoder.read(value);
        return true;
    }

    /** Returns the value that {@link #next} has found. */
    OrcValue value() {
        return value;
    }
}
