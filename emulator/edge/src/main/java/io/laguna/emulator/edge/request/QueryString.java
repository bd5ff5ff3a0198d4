package io.laguna.emulator.edge.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The parameters of a URL, in their order. */
public record QueryString(List<Parameter> parameters) {
    public record Parameter(String name, String value) {}

    public static QueryString parse(String rawQuery) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return new QueryString(parameters);
    }

    public Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /**
     * Returns the parameters as Signature Version 4 signs them: encoded anew, in order of the encoded names and values.
     */
    public String canonical(Predicate<String> names) {
        return parameters.stream()
                .filter(parameter -> names.test(parameter.name()))
                .map(parameter -> new Parameter(
                        PercentEncoding.encode(parameter.name()), PercentEncoding.encode(parameter.value())))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    private static Parameter parameter(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Parameter(PercentEncoding.decode(text), "")
                : new Parameter(
                        PercentEncoding.decode(text.substring(0, equals)),
                        PercentEncoding.decode(text.substring(equals + 1)));
    }
}
