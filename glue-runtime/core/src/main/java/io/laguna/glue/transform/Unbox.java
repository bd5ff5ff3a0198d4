package io.laguna.glue.transform;

import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordFormat;
import io.laguna.glue.format.RecordFormats;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The parsing of a text field in place: the text becomes the struct that it describes. */
public final class Unbox {
    private Unbox() {}

    /** Returns the frame with a text parsed in a format, under the options that a source of the format has. */
    public static DynamicFrame apply(
            DynamicFrame frame, String path, String formatName, Map<String, ?> options, Stage stage) {
        FieldPath field = FieldPath.parse(path);
        RecordFormat format = RecordFormats.named(formatName, Options.of(options));
        CallSite callSite = stage.callSite();
        return DynamicFrame.ofStep(
                frame.records().map(record -> record.isError() ? record : unbox(record, field, format, callSite)),
                stage,
                frame);
    }

    private static DynamicRecord unbox(DynamicRecord record, FieldPath path, RecordFormat format, CallSite callSite) {
        Struct fields = record.fields();
        Object value = Fields.get(fields, path, true);
        if (value == null || value == Fields.ABSENT) {
            return record;
        }
        if (!(value instanceof String text)) {
            return failed(callSite, path, "the field is no text: " + value, "", fields);
        }
        try {
            List<DynamicRecord> parsed = format.parse(text);
            for (DynamicRecord each : parsed) {
                if (each.isError()) {
                    ErrorDetail error = each.error().orElseThrow();
                    return failed(callSite, path, error.message(), error.stackTrace(), fields);
                }
            }
            if (parsed.size() != 1) {
                return failed(callSite, path, parsed.size() + " records in the text " + text, "", fields);
            }
            return DynamicRecord.of(
                    Fields.update(fields, path, old -> parsed.get(0).fields()));
        } catch (IOException e) {
            return failed(callSite, path, String.valueOf(e.getMessage()), ErrorDetail.stackTrace(e), fields);
        }
    }

    private static DynamicRecord failed(
            CallSite callSite, FieldPath path, String reason, String stackTrace, Struct fields) {
        return DynamicRecord.failed(
                ErrorDetail.ofStep(callSite, "unbox failed for " + path + ": " + reason, stackTrace, fields));
    }
}
