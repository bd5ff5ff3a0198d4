package io.laguna.emulator.crawl.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Column;

/** Parameters and columns as a case writes them. */
final class Parameters {
    private Parameters() {}

    static Map<String, String> of(List<String> words) {
        Map<String, String> parameters = new HashMap<>();
        words.forEach(
                word -> parameters.put(word.substring(0, word.indexOf(':')), word.substring(word.indexOf(':') + 1)));
        return parameters;
    }

    static List<Column> columns(String text) {
        List<Column> columns = new ArrayList<>();
        for (String each : text.split("; ", -1)) {
            int space = each.lastIndexOf(' ');
            if (space > 0) {
                columns.add(Column.builder()
                        .name(each.substring(0, space))
                        .type(each.substring(space + 1))
                        .build());
            }
        }
        return columns;
    }

    /** The mark of a deprecated table is on the table only. */
    static Map<String, String> withoutMark(Map<String, String> parameters) {
        Map<String, String> rest = new HashMap<>(parameters);
        rest.remove("DEPRECATED_BY_CRAWLER");
        return rest;
    }
}
