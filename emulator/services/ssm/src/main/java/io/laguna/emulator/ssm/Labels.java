package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionRequest;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionResponse;
import software.amazon.awssdk.services.ssm.model.ParameterVersionLabelLimitExceededException;
import software.amazon.awssdk.services.ssm.model.UnlabelParameterVersionRequest;
import software.amazon.awssdk.services.ssm.model.UnlabelParameterVersionResponse;

/**
 * The labels of versions of parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html">Labels</a>
 */
final class Labels extends Room {
    private static final int MOST = 10;
    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[a-zA-Z_.-][a-zA-Z0-9_.-]*");

    private final Caller caller;
    private final State state;

    Labels(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public LabelParameterVersionResponse labelParameterVersion(LabelParameterVersionRequest request) {
        check(request.name(), request.labels());
        List<String> valid = request.labels().stream().filter(Labels::isValid).toList();
        long version = state.write(transaction -> {
            ParameterRecord found =
                    version(transaction, request.name(), Optional.ofNullable(request.parameterVersion()));
            TreeSet<String> labels = new TreeSet<>(found.labels());
            labels.addAll(valid);
            if (labels.size() > MOST) {
                throw ParameterVersionLabelLimitExceededException.builder()
                        .message("A parameter version can have maximum " + MOST + " labels."
                                + "Move one or more labels to another version and try again.")
                        .build();
            }
            valid.forEach(label -> new ParameterRecords(transaction).label(found, label));
            return found.version();
        });
        return LabelParameterVersionResponse.builder()
                .parameterVersion(version)
                .invalidLabels(request.labels().stream()
                        .filter(label -> !valid.contains(label))
                        .toList())
                .build();
    }

    @Override
    public UnlabelParameterVersionResponse unlabelParameterVersion(UnlabelParameterVersionRequest request) {
        new Constraints()
                .present("parameterVersion", request.parameterVersion())
                .check();
        check(request.name(), request.labels());
        return state.write(transaction -> {
            ParameterRecord found = version(transaction, request.name(), Optional.of(request.parameterVersion()));
            List<String> removed =
                    request.labels().stream().filter(found.labels()::contains).toList();
            removed.forEach(label -> new ParameterRecords(transaction).unlabel(found, label));
            return UnlabelParameterVersionResponse.builder()
                    .removedLabels(removed)
                    .invalidLabels(request.labels().stream()
                            .filter(label -> !removed.contains(label))
                            .toList())
                    .build();
        });
    }

    private ParameterRecord version(Handle transaction, String given, Optional<Long> version) {
        String name = ParameterName.ofArn(caller, given);
        ParameterRecords parameters = new ParameterRecords(transaction);
        ParameterRecord latest = parameters.latest(caller, name).orElseThrow(() -> Failures.noParameter(given));
        parameters.lock(caller, name);
        long wanted = version.orElse(latest.version());
        return parameters.history(caller, name).stream()
                .filter(each -> each.version() == wanted)
                .findFirst()
                .orElseThrow(() -> Failures.noVersion(name, Long.toString(wanted)));
    }

    private static void check(String name, List<String> labels) {
        Constraints constraints = new Constraints().name("name", name).size("labels", labels, 1, MOST);
        labels.forEach(label -> constraints.length("labels", label, 1, LONGEST));
        constraints.check();
    }

    /** Tells whether a label is taken: "Labels can't begin with a number, aws or ssm". */
    private static boolean isValid(String label) {
        String folded = label.toLowerCase(Locale.ROOT);
        return FORM.matcher(label).matches() && !folded.startsWith("aws") && !folded.startsWith("ssm");
    }
}
