package io.laguna.emulator.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements of a function's policy let the bucket {@code mine} of account 123456789012 call it. */
class InvokePermissionTest {
    private static final InvokePermission MINE =
            new InvokePermission("s3.amazonaws.com", "arn:aws:s3:::mine", "123456789012");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "true  | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {}",
                "true  | '*'                               | lambda:*              | {}",
                "true  | {'Service':['a.b','s3.amazonaws.com']} | lambda:InvokeFunction | {'ArnLike':{'AWS:SourceArn':'arn:aws:s3:::mine'}}",
                "true  | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {'ArnLike':{'aws:SourceArn':'arn:aws:s3:::mi*'}}",
                "true  | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {'StringEquals':{'AWS:SourceAccount':'123456789012'},'ArnLike':{'AWS:SourceArn':'arn:aws:s3:::mine'}}",
                "false | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {'ArnLike':{'AWS:SourceArn':'arn:aws:s3:::yours'}}",
                "false | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {'StringEquals':{'AWS:SourceAccount':'999999999999'}}",
                "false | {'Service':'s3.amazonaws.com'}    | lambda:InvokeFunction | {'StringEquals':{'aws:PrincipalOrgID':'o-1234567890'}}",
                "false | {'Service':'events.amazonaws.com'} | lambda:InvokeFunction | {}",
                "false | {'Service':'s3.amazonaws.com'}    | lambda:GetFunction    | {}",
            })
    void aStatementLetsTheBucketInWhoseConditionsHold(
            boolean allowed, String principal, String action, String condition) {
        String policy = ("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':" + principal
                        + ",'Action':'" + action + "','Resource':'*','Condition':" + condition + "}]}")
                .replace('\'', '"');

        assertThat(MINE.isIn(policy)).isEqualTo(allowed);
    }
}
