package io.laguna.emulator.redshift.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshift.model.Tag;

/**
 * The constraints on a request's members, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html">CreateCluster</a>
 */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 256;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TEXT = Integer.MAX_VALUE;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z](-?[A-Za-z0-9])*");
    private static final Pattern USER = Pattern.compile("[a-z][a-z0-9_+.@-]*");
    private static final Pattern DATABASE = Pattern.compile("[a-z_][a-z0-9_$@+.-]*");
    private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7E&&[^'\"\\\\/@]]*");
    private static final Set<String> RESERVED =
            Set.of("public", "laguna", "rdsdb", "all", "user", "select", "table", "template0", "template1", "postgres");

    public Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks a text that the model limits in length only: 2,147,483,647 characters, and no NUL. */
    public Constraints text(String path, String value) {
        return length(path, value, 0, LONGEST_TEXT);
    }

    public Constraints tags(List<Tag> tags) {
        tags.forEach(tag -> present("tags.key", tag.key())
                .length("tags.key", tag.key(), 1, 128)
                .length("tags.value", tag.value(), 0, 256));
        return size("tags", tags, 0, MOST_TAGS);
    }

    /** Checks how many records a page may have. */
    public Constraints maxRecords(Integer value) {
        return range("maxRecords", value, 1, 100);
    }

    /** Returns an identifier as Redshift keeps it: in lower case. */
    public static String identifier(String member, String value) {
        new Constraints().present(member, value).text(member, value).check();
        if (value.length() > 63 || !IDENTIFIER.matcher(value).matches()) {
            throw Failures.parameter(
                    "The parameter " + member + " is not a valid identifier. Identifiers must begin with"
                            + " a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or"
                            + " contain two consecutive hyphens.");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    /** Returns the name of a user of a cluster. */
    public static String user(String member, String value) {
        new Constraints().present(member, value).text(member, value).check();
        boolean valid = value.length() <= 63 && USER.matcher(value).matches();
        if (!valid || value.startsWith("pg_") || RESERVED.contains(value)) {
            throw Failures.parameter(
                    "Invalid " + member + ": " + value + ". It must begin with a lowercase letter, must"
                            + " contain only lowercase letters, numbers, underscore, plus sign, period, at symbol (@), or hyphen,"
                            + " and must not be a reserved word.");
        }
        return value;
    }

    /** Returns the name of a database. */
    public static String database(String member, String value) {
        new Constraints().text(member, value).check();
        boolean valid = value.length() <= 63 && DATABASE.matcher(value).matches();
        if (!valid || RESERVED.contains(value)) {
            throw Failures.parameter("Invalid " + member + ": " + value
                    + ". It must contain 1 to 64 lowercase letters, numbers or underscores, and must not be a reserved"
                    + " word.");
        }
        return value;
    }

    /** Checks the password of a master user. */
    public static void password(String value) {
        boolean strong = value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().anyMatch(Character::isDigit);
        if (value.length() < 8 || value.length() > 64) {
            throw Failures.parameter("The parameter MasterUserPassword must be between 8 and 64 characters in length.");
        }
        if (!PASSWORD.matcher(value).matches()) {
            throw Failures.parameter("The parameter MasterUserPassword is not a valid password. Only printable ASCII"
                    + " characters besides '/', '@', '\"', ' ', '\\', ''' may be used.");
        }
        if (!strong) {
            throw Failures.parameter("The parameter MasterUserPassword must contain at least one upper case letter, one"
                    + " lower case letter and one number.");
        }
    }
}
