package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * Somebody who changes roles and a policy, one call after the other, until nobody answers, and who knows what was
 * acknowledged.
 */
final class IamWriter {
    private static final int ROLES = 5;
    private static final int MOST_VERSIONS = 5;
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"glue.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final String name;
    private final Random random;
    private final Map<String, String> roles = new HashMap<>();
    private Optional<Change> begun = Optional.empty();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private int version;

    /** A change that was asked for and not yet acknowledged: of a role, or of the policy. */
    private record Change(String target, Optional<String> value) {}

    IamWriter(String name) {
        this.name = name;
        this.random = new Random(name.hashCode());
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void writeUntilNobodyAnswers(IamClient iam) {
        try {
            while (true) {
                if (random.nextInt(4) == 0) {
                    changePolicy(iam);
                } else {
                    changeRole(iam, name + random.nextInt(ROLES));
                }
                begun = Optional.empty();
                acknowledged.incrementAndGet();
            }
        } catch (SdkClientException e) {
            // The lake is gone. What had begun is acknowledged by nobody.
        }
    }

    private void changeRole(IamClient iam, String role) {
        String value = Integer.toString(acknowledged.get());
        if (!roles.containsKey(role)) {
            begun = Optional.of(new Change(role, Optional.of(value)));
            iam.createRole(create ->
                    create.roleName(role).assumeRolePolicyDocument(TRUST).tags(tag(value)));
            roles.put(role, value);
        } else if (random.nextInt(3) == 0) {
            begun = Optional.of(new Change(role, Optional.empty()));
            iam.deleteRole(delete -> delete.roleName(role));
            roles.remove(role);
        } else {
            begun = Optional.of(new Change(role, Optional.of(value)));
            iam.tagRole(tag -> tag.roleName(role).tags(tag(value)));
            roles.put(role, value);
        }
    }

    private void changePolicy(IamClient iam) {
        begun = Optional.of(new Change(name, Optional.of(Integer.toString(version + 1))));
        if (version == 0) {
            iam.createPolicy(create -> create.policyName(name).policyDocument(document(1)));
        } else {
            List<PolicyVersion> there =
                    iam.listPolicyVersions(list -> list.policyArn(arn())).versions();
            if (there.size() == MOST_VERSIONS) {
                iam.deletePolicyVersion(delete -> delete.policyArn(arn())
                        .versionId(there.get(MOST_VERSIONS - 1).versionId()));
            }
            iam.createPolicyVersion(
                    create -> create.policyArn(arn()).setAsDefault(true).policyDocument(document(version + 1)));
        }
        version++;
    }

    /** Checks what is there after a restart, and goes on from it. */
    void checkAfterRestart(IamClient iam) {
        Set<String> there = new HashSet<>();
        for (Role role : iam.listRolesPaginator().roles()) {
            if (role.roleName().startsWith(name)) {
                there.add(role.roleName());
                check(role.roleName(), tag(iam, role.roleName()));
            }
        }
        roles.keySet().stream().filter(role -> !there.contains(role)).toList().forEach(gone -> {
            assertThat(begun).contains(new Change(gone, Optional.empty()));
            roles.remove(gone);
        });
        checkPolicy(iam);
        begun = Optional.empty();
    }

    private void check(String role, String value) {
        Optional<String> expected = Optional.ofNullable(roles.get(role));
        if (!expected.equals(Optional.of(value))) {
            assertThat(begun).as(role + " was " + expected).contains(new Change(role, Optional.of(value)));
            roles.put(role, value);
        }
    }

    private void checkPolicy(IamClient iam) {
        boolean made = iam.listPoliciesPaginator(list -> list.scope("Local")).policies().stream()
                .anyMatch(policy -> policy.policyName().equals(name));
        if (!made) {
            assertThat(version).isZero();
            return;
        }
        List<PolicyVersion> versions =
                iam.listPolicyVersions(list -> list.policyArn(arn())).versions();
        assertThat(versions).filteredOn(PolicyVersion::isDefaultVersion).hasSize(1);
        int now = Integer.parseInt(versions.get(0).versionId().substring(1));
        if (now != version) {
            assertThat(begun).contains(new Change(name, Optional.of(Integer.toString(now))));
            version = now;
        }
        assertThat(iam.getPolicyVersion(get -> get.policyArn(arn()).versionId("v" + now))
                        .policyVersion()
                        .document())
                .contains("lake" + now);
    }

    private static String tag(IamClient iam, String role) {
        return iam.getRole(get -> get.roleName(role)).role().tags().get(0).value();
    }

    private static Tag tag(String value) {
        return Tag.builder().key("n").value(value).build();
    }

    private static String document(int number) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                + "\"Resource\":\"arn:aws:s3:::lake" + number + "\"}]}";
    }

    private String arn() {
        return "arn:aws:iam::000000000000:policy/" + name;
    }
}
