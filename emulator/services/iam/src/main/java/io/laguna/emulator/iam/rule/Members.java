package io.laguna.emulator.iam.rule;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * The forms of a request's members, by the members' names: IAM has one form for what has one name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">The API's reference, each
 *     operation's "Request Parameters"</a>
 */
public final class Members extends MemberConstraints<Members> {
    /** How many characters of a value a message repeats. */
    private static final int SHOWN = 512;

    private static final int MOST_TAGS = 50;
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
    private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("(/)|(/[\\u0021-\\u007E]+/)");
    private static final Pattern WRITTEN = Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
    private static final Pattern DESCRIPTION =
            Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
    private static final Pattern WORD = Pattern.compile("[\\w]+");
    private static final Form OF_NAME = new Form(1, 128, NAME);
    private static final Form OF_PATH = new Form(1, 512, PATH);
    private static final Form OF_ARN = new Form(20, 2048, Pattern.compile("(?s).*"));
    private static final Form OF_DOCUMENT = new Form(1, 131_072, WRITTEN);
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("UserName", OF_NAME),
            Map.entry("NewUserName", new Form(1, 64, NAME)),
            Map.entry("GroupName", OF_NAME),
            Map.entry("NewGroupName", OF_NAME),
            Map.entry("RoleName", new Form(1, 64, NAME)),
            Map.entry("InstanceProfileName", OF_NAME),
            Map.entry("PolicyName", OF_NAME),
            Map.entry("CustomSuffix", new Form(1, 64, NAME)),
            Map.entry("AWSServiceName", OF_NAME),
            Map.entry("Name", new Form(1, 128, Pattern.compile("[\\w._-]+"))),
            Map.entry("Path", OF_PATH),
            Map.entry("NewPath", OF_PATH),
            Map.entry("PathPrefix", new Form(1, 512, Pattern.compile("/[\\u0021-\\u007F]*"))),
            Map.entry("PolicyArn", OF_ARN),
            Map.entry("PermissionsBoundary", OF_ARN),
            Map.entry("OpenIDConnectProviderArn", OF_ARN),
            Map.entry("SAMLProviderArn", OF_ARN),
            Map.entry("PolicyDocument", OF_DOCUMENT),
            Map.entry("AssumeRolePolicyDocument", OF_DOCUMENT),
            Map.entry("Description", new Form(0, 1000, DESCRIPTION)),
            Map.entry("VersionId", new Form(1, 64, Pattern.compile("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"))),
            Map.entry("AccessKeyId", new Form(16, 128, WORD)),
            Map.entry("Marker", new Form(1, 320, Pattern.compile("[\\u0020-\\u00FF]+"))),
            Map.entry("Password", new Form(1, 128, WRITTEN)),
            Map.entry("AccountAlias", new Form(3, 63, Pattern.compile("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"))),
            Map.entry("DeletionTaskId", new Form(1, 1000, Pattern.compile("(?s).*"))),
            Map.entry("SAMLMetadataDocument", new Form(1000, 10_000_000, Pattern.compile("(?s).*"))),
            Map.entry("Url", new Form(1, 255, Pattern.compile("(?s).*"))),
            Map.entry("ClientID", new Form(1, 255, Pattern.compile("(?s).*"))));
    private static final Map<String, Range> RANGES = Map.of(
            "MaxItems", new Range(1, 1000),
            "MaxSessionDuration", new Range(3600, 43_200),
            "MinimumPasswordLength", new Range(6, 128),
            "MaxPasswordAge", new Range(1, 1095),
            "PasswordReusePrevention", new Range(1, 24));

    private record Form(int shortest, int longest, Pattern pattern) {}

    private record Range(int least, int most) {}

    private Members() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Members self() {
        return this;
    }

    /**
     * Checks a request. All that is wrong is told at once.
     *
     * @param required the names of members that have to be there
     */
    public static void check(SdkPojo request, String... required) {
        of(request, required).check();
    }

    /** Returns the constraints of a request, to which others may be added. */
    public static Members of(SdkPojo request, String... required) {
        Members members = new Members();
        Set<String> needed = Set.of(required);
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (needed.contains(field.memberName())) {
                members.present(spoken(field.memberName()), value);
            }
            members.member(field.memberName(), value);
        }
        return members;
    }

    private void member(String name, Object value) {
        Form form = FORMS.get(name);
        Range range = RANGES.get(name);
        if (value instanceof String text && form != null) {
            length(spoken(name), text, form.shortest(), form.longest());
            pattern(spoken(name), text, form.pattern());
        } else if (value instanceof Number number && range != null) {
            range(spoken(name), number, range.least(), range.most());
        } else if (value instanceof List<?> list && name.equals("TagKeys")) {
            size("tagKeys", list, 0, MOST_TAGS);
            list.forEach(key -> key("tagKeys.X.member", (String) key));
        } else if (value instanceof List<?> list && name.equals("Tags")) {
            size("tags", list, 0, MOST_TAGS);
            list.forEach(tag -> tag((Tag) tag));
        }
    }

    private void tag(Tag tag) {
        present("tags.X.member.key", tag.key());
        key("tags.X.member.key", tag.key());
        present("tags.X.member.value", tag.value());
        length("tags.X.member.value", tag.value(), 0, 256);
        pattern("tags.X.member.value", tag.value(), TAG_VALUE, TAG_VALUE.pattern());
    }

    private void key(String path, String key) {
        length(path, key, 1, 128);
        pattern(path, key, TAG_KEY);
    }

    /** Checks a new name, which may be shorter than one that is looked up. */
    public Members shortName(String name, String value) {
        return length(name, value, 1, 64);
    }

    private static String spoken(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Refuses tags of which two have the same key but for its case. */
    public static void distinct(List<Tag> tags) {
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (!seen.add(tag.key().toLowerCase(Locale.ROOT))) {
                throw Failures.input("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
    }

    /** Returns the path of a new entity. */
    public static String path(String given) {
        return Optional.ofNullable(given).orElse("/");
    }
}
