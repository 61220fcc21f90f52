"""Questions asked of assessments: plan, forecast, difference, attribution."""
