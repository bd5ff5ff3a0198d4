package io.laguna.redshift.load.unload;

import java.util.List;

/** The folders of partitions, as Hive names them. */
final class Partitions {
    private static final String NULL = "__HIVE_DEFAULT_PARTITION__";
    private static final String ESCAPED = "\"#%'*/:=?\\{[]^";

    private Partitions() {}

    static String folder(List<Column> columns, List<Integer> partitions, Fields row) {
        StringBuilder folder = new StringBuilder();
        for (int number : partitions) {
            folder.append(columns.get(number).name()).append('=');
            if (row.isNull(number) || row.from(number) == row.to(number)) {
                folder.append(NULL);
            } else {
                escape(row.text(number), folder);
            }
            folder.append('/');
        }
        return folder.toString();
    }

    private static void escape(String value, StringBuilder folder) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7f || ESCAPED.indexOf(c) >= 0) {
                folder.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                folder.append(c);
            }
        }
    }
}
