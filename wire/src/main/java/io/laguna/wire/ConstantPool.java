package io.laguna.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The string constants of a compiled class. Layout: The Java Virtual Machine Specification, 4.4. */
final class ConstantPool {
    private ConstantPool() {}

    static Set<String> strings(Class<?> type) throws IOException {
        String resource = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream stream = type.getResourceAsStream(resource);
                DataInputStream input = new DataInputStream(stream)) {
            return strings(input);
        }
    }

    private static Set<String> strings(DataInputStream input) throws IOException {
        input.skipNBytes(8);
        int count = input.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        Set<Integer> references = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, input.readUTF());
                case 8 -> references.add(input.readUnsignedShort());
                case 7, 16, 19, 20 -> input.skipNBytes(2);
                case 15 -> input.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> input.skipNBytes(4);
                case 5, 6 -> {
                    input.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("Unknown constant " + tag);
            }
        }
        Set<String> strings = new HashSet<>();
        references.forEach(reference -> strings.add(texts.get(reference)));
        return strings;
    }
}
