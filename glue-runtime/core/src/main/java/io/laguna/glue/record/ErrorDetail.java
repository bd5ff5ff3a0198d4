package io.laguna.glue.record;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.Optional;

/**
 * An account of what went wrong with one record.
 *
 * @param callSite the call that found it
 * @param message what happened
 * @param stackTrace the stack trace of the exception, empty when there was none
 * @param input for what could not be parsed: the text
 * @param bytesRead for what could not be parsed: how far the parser came
 * @param source for what could not be parsed: the file, or the field
 * @param dynamicRecord the record as far as it had been read, or as it was before the step that failed
 */
@DefaultSerializer(JavaSerializer.class)
public record ErrorDetail(
        CallSite callSite,
        String message,
        String stackTrace,
        Optional<String> input,
        Optional<Long> bytesRead,
        Optional<String> source,
        Optional<Struct> dynamicRecord)
        implements Serializable {

    /** The serialized form: an {@link Optional} has none of its own. */
    private record Form(
            CallSite callSite,
            String message,
            String stackTrace,
            String input,
            Long bytesRead,
            String source,
            Struct dynamicRecord)
            implements Serializable {

        private Object readResolve() {
            return new ErrorDetail(
                    callSite,
                    message,
                    stackTrace,
                    Optional.ofNullable(input),
                    Optional.ofNullable(bytesRead),
                    Optional.ofNullable(source),
                    Optional.ofNullable(dynamicRecord));
        }
    }

    /** Returns the error of a step that failed on a record. */
    public static ErrorDetail ofStep(CallSite callSite, String message, String stackTrace, Struct record) {
        return new ErrorDetail(
                callSite,
                message,
                stackTrace,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(record));
    }

    /** Returns the error of a text that could not be parsed. */
    public static ErrorDetail ofInput(
            CallSite callSite, Exception cause, String input, long bytesRead, String source, Struct readSoFar) {
        return new ErrorDetail(
                callSite,
                cause.getMessage() == null ? cause.toString() : cause.getMessage(),
                stackTrace(cause),
                Optional.of(input),
                Optional.of(bytesRead),
                Optional.of(source),
                Optional.of(readSoFar));
    }

    /** Returns the text of a throwable's stack trace. */
    public static String stackTrace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Returns the error as the struct that {@code errorsAsDynamicFrame} shows; only what is known is a field. */
    public Struct toStruct() {
        Struct struct = Struct.of(
                "callsite",
                Struct.of("site", callSite.site(), "info", callSite.info()),
                "msg",
                message,
                "stackTrace",
                stackTrace);
        input.ifPresent(value -> struct.put("input", value));
        bytesRead.ifPresent(value -> struct.put("bytesread", value));
        source.ifPresent(value -> struct.put("source", value));
        dynamicRecord.ifPresent(value -> struct.put("dynamicRecord", value));
        return struct;
    }

    private Object writeReplace() {
        return new Form(
                callSite,
                message,
                stackTrace,
                input.orElse(null),
                bytesRead.orElse(null),
                source.orElse(null),
                dynamicRecord.orElse(null));
    }
}
