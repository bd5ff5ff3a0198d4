package io.laguna.emulator.logs;

/** The name of a log group, which newer requests give as an identifier: a name or an ARN. */
final class GroupName {
    private static final String IN_ARN = ":log-group:";

    private GroupName() {}

    /**
     * Returns the one name that a request gives.
     *
     * @param identifier a name, or {@code arn:aws:logs:us-east-1:000000000000:log-group:name}
     */
    static String of(String name, String identifier) {
        if ((name == null) == (identifier == null)) {
            throw Failures.invalid("Exactly one of logGroupName and logGroupIdentifier has to be given.");
        }
        if (name != null) {
            return name;
        }
        int at = identifier.indexOf(IN_ARN);
        String found = at < 0 ? identifier : identifier.substring(at + IN_ARN.length());
        new Constraints().group("logGroupIdentifier", found).check();
        return found;
    }
}
