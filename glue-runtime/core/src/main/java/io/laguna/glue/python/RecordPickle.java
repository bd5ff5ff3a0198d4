package io.laguna.glue.python;

import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The form of a record between the JVM and Python, which {@code awsglue/_records.py} knows too: {@code (RECORD, fields, types)}
 * or {@code (PASSED, bytes)} on the way to Python; {@code (RECORD, names, values, types)}, {@code (PASSED, bytes)} or
 * {@code (FAILED, message, stack trace, names, values, types)} on the way back.
 */
final class RecordPickle {
    private static final int RECORD = 0;
    private static final int PASSED = 1;
    private static final int FAILED = 2;

    private RecordPickle() {}

    static Object item(DynamicRecord record) {
        return record.isError()
                ? new Object[] {PASSED, bytes(record)}
                : new Object[] {RECORD, PythonValues.of(record.fields()), ValueTypes.of(record.fields())};
    }

    static DynamicRecord record(Object[] item, CallSite callSite) {
        return switch ((int) item[0]) {
            case RECORD -> DynamicRecord.of(struct(item, 1));
            case PASSED -> passed((byte[]) item[1]);
            case FAILED -> DynamicRecord.failed(
                    ErrorDetail.ofStep(callSite, (String) item[1], (String) item[2], struct(item, 3)));
            default -> throw new IllegalStateException("No record of Python: " + item[0]);
        };
    }

    private static Struct struct(Object[] item, int at) {
        Struct struct = PythonValues.struct((List<?>) item[at], (List<?>) item[at + 1]);
        return (Struct) ValueTypes.restore(struct, item[at + 2]);
    }

    private static byte[] bytes(DynamicRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DynamicRecord passed(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (DynamicRecord) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
