package dev.certdeck.tencent.wire;

import dev.certdeck.certificate.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlanRule}.
 */
class PlanRuleTests {

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "upload,'',false,UPLOADED,false", "upload,'',true,UPLOADED,false",
			"Upload,2,false,UPLOADED,false", "'','',null,PAID,false", "'','',false,FREE,false",
			"trustasia,1,false,FREE,false", "trustasia,2,false,FREE,false", "trustasia,83,null,FREE,false",
			"trustasia,2,true,FREE,true", "trustasia,3,true,PAID,false", "wosign,25,null,PAID,false",
			"wosign,25,false,PAID,true", "'',2,false,FREE,false", "trustasia,'',false,FREE,false",
			"trustasia,'',true,PAID,false", "trustasia,'',null,PAID,false", "trustasia,nonsense,null,PAID,false" })
	void decidesByFromThenTypeThenVip(String source, String type, @Nullable Boolean vip, Plan plan, boolean disputed) {
		PlanRule rule = new PlanRule(source, type, vip);
		assertThat(rule.plan()).isEqualTo(plan);
		assertThat(rule.isDisputed()).isEqualTo(disputed);
	}

}
