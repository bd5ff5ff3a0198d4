package io.laguna.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkClient;

/**
 * A {@link ServiceDescription} as lines of words: the result of reflection, so that no start has to reflect again.
 *
 * <p>The code that runs at a start is written without lambdas and joined strings: the first of each costs a JVM
 * milliseconds.
 */
final class OperationIndex {
    private static final String FORMAT = "laguna-operations 1";
    private static final String NOTHING = "-";
    private static final String BARE_ERRORS = "bare-errors";

    /** Each line has as many, whether empty or not. */
    private static final int LEAST_WORDS = 6;

    private OperationIndex() {}

    static void write(ServiceDescription description, Appendable to) throws IOException {
        line(to, FORMAT);
        ServiceDescription.Service service = description.service();
        line(
                to,
                "service",
                service.signingName(),
                service.protocol().word(),
                service.targetPrefix(),
                service.apiVersion(),
                service.xmlNamespace(),
                service.bareErrors() ? BARE_ERRORS : "");
        for (Operation operation : description.operations().values()) {
            line(
                    to,
                    "operation",
                    operation.name(),
                    operation.methodName(),
                    operation.httpMethod(),
                    operation.uriTemplate(),
                    Integer.toString(operation.successCode()),
                    operation.streaming().word(),
                    operation.types().request(),
                    operation.types().response(),
                    operation.root());
        }
        for (Operation operation : description.operations().values()) {
            if (!operation.rules().isEmpty()) {
                line(to, members(operation));
            }
        }
        for (ErrorShape error : description.errorsByType().values()) {
            line(to, "error", error.code(), Integer.toString(error.status()), error.typeName(), error.messageMember());
        }
    }

    static ServiceDescription read(Class<? extends SdkClient> clientInterface, String index) {
        Iterator<String> lines = cut(index, '\n').iterator();
        if (!lines.hasNext() || !lines.next().equals(FORMAT)) {
            throw new IllegalArgumentException("An index of operations starts with \"" + FORMAT + "\"");
        }
        String modelPackage = clientInterface.getPackageName().concat(".model");
        ServiceDescription.Service service = null;
        Map<String, Operation> operations = new TreeMap<>();
        Map<String, ErrorShape> errors = new TreeMap<>();
        while (lines.hasNext()) {
            List<String> words = words(lines.next());
            switch (words.get(0)) {
                case "service" -> service = new ServiceDescription.Service(
                        words.get(1),
                        Protocol.ofWord(words.get(2)),
                        words.get(3),
                        words.get(4),
                        words.get(5),
                        words.size() > 6 && words.get(6).equals(BARE_ERRORS),
                        modelPackage);
                case "operation" -> {
                    Operation operation = operation(words, modelPackage, clientInterface.getClassLoader());
                    operations.put(operation.name(), operation);
                }
                case "members" -> {
                    Operation ruled = operations.get(words.get(1)).withRules(rules(words));
                    operations.put(ruled.name(), ruled);
                }
                case "error" -> {
                    ErrorShape error =
                            new ErrorShape(words.get(1), Integer.parseInt(words.get(2)), words.get(3), words.get(4));
                    errors.put(error.typeName(), error);
                }
                default -> throw new IllegalArgumentException("Not a line of an index: " + words);
            }
        }
        if (service == null) {
            throw new IllegalArgumentException("The index of operations names no service");
        }
        return new ServiceDescription(service, operations, errors);
    }

    private static Operation operation(List<String> words, String modelPackage, ClassLoader loader) {
        return new Operation(
                new Operation.Names(words.get(1), words.get(2)),
                new Operation.Binding(
                        words.get(3),
                        UriTemplate.of(words.get(4)),
                        Integer.parseInt(words.get(5)),
                        words.size() > 9 ? words.get(9) : ""),
                Streaming.ofWord(words.get(6)),
                new Operation.Types(words.get(7), words.get(8), modelPackage, loader),
                List.of());
    }

    private static String[] members(Operation operation) {
        List<String> words = new ArrayList<>(List.of("members", operation.name()));
        operation.rules().forEach(rule -> words.add(rule.word()));
        return words.toArray(String[]::new);
    }

    private static List<MemberRule> rules(List<String> words) {
        List<MemberRule> rules = new ArrayList<>();
        for (int i = 2; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                rules.add(MemberRule.ofWord(words.get(i)));
            }
        }
        return rules;
    }

    /** Writes a line without the empty words at its end. */
    private static void line(Appendable to, String... words) throws IOException {
        int count = words.length;
        while (count > LEAST_WORDS && words[count - 1].isEmpty()) {
            count--;
        }
        for (int i = 0; i < count; i++) {
            to.append(i == 0 ? "" : " ").append(words[i].isEmpty() ? NOTHING : words[i]);
        }
        to.append('\n');
    }

    private static List<String> words(String line) {
        List<String> words = cut(line, ' ');
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(NOTHING)) {
                words.set(i, "");
            }
        }
        return words;
    }

    private static List<String> cut(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int found = text.indexOf(separator, start);
            int end = found < 0 ? text.length() : found;
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        return parts;
    }
}
