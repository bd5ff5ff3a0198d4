package io.laguna.glue.format;

import com.amazon.ion.IntegerSize;
import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Amazon Ion, as text or binary.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-ion-home.html">Using the Ion
 *     format in AWS Glue</a>
 */
record IonFormat() implements RecordFormat {

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return new Values(slice, IonReaderBuilder.standard().build(slice.open(0)));
    }

    private static final class Values extends PulledRecords {
        private final Slice slice;
        private final IonReader reader;

        Values(Slice slice, IonReader reader) {
            super(reader);
            this.slice = slice;
            this.reader = reader;
        }

        @Override
        boolean pull(Deque<DynamicRecord> ready) {
            try {
                IonType type = reader.next();
                if (type == null) {
                    return false;
                }
                if (type == IonType.STRUCT) {
                    ready.add(DynamicRecord.of(struct()));
                } else {
                    ready.add(broken(new IOException("No struct: " + type)));
                }
                return true;
            } catch (IonException e) {
                ready.add(broken(e));
                return false;
            }
        }

        private DynamicRecord broken(Exception cause) {
            return DynamicRecord.failed(
                    ErrorDetail.ofInput(CallSite.NOT_PROVIDED, cause, "", 0, slice.name(), new Struct()));
        }

        private Struct struct() {
            Struct struct = new Struct();
            reader.stepIn();
            for (IonType type = reader.next(); type != null; type = reader.next()) {
                struct.put(reader.getFieldName(), value(type));
            }
            reader.stepOut();
            return struct;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            reader.stepIn();
            for (IonType type = reader.next(); type != null; type = reader.next()) {
                list.add(value(type));
            }
            reader.stepOut();
            return list;
        }

        private Object value(IonType type) {
            if (reader.isNullValue()) {
                return null;
            }
            return switch (type) {
                case BOOL -> reader.booleanValue();
                case INT -> whole();
                case FLOAT -> reader.doubleValue();
                case DECIMAL -> reader.bigDecimalValue();
                case TIMESTAMP -> new Timestamp(reader.timestampValue().getMillis());
                case STRING, SYMBOL -> reader.stringValue();
                case BLOB, CLOB -> reader.newBytes();
                case LIST, SEXP -> list();
                case STRUCT -> struct();
                case NULL, DATAGRAM -> null;
            };
        }

        private Object whole() {
            IntegerSize size = reader.getIntegerSize();
            return switch (size) {
                case INT -> reader.intValue();
                case LONG -> reader.longValue();
                case BIG_INTEGER -> new BigDecimal(reader.bigIntegerValue());
            };
        }
    }
}
