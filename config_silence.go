package main

import (
	"fmt"
	"strings"
	"time"

	"onrecord/bot"
)

// AllQuietConfig says when and where it is told that a day brought nothing.
type AllQuietConfig struct {
	At      string `yaml:"at"`
	Channel string `yaml:"channel"`
}

// calm is what the watchman needs of it.
func (c AllQuietConfig) calm(zone *time.Location) bot.Calm {
	at, err := time.Parse("15:04", c.At)
	if err != nil { // nothing is given: fault has looked at it
		return bot.Calm{}
	}
	calm := bot.Calm{At: time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute, Zone: zone}
	if c.Channel != "" {
		calm.Place = WatchConfig{Channel: c.Channel}.place()
	}
	return calm
}

// admin is the place of who is told what an operator has to do; "" is the log.
func (c DiscordConfig) admin() string {
	if c.AdminChannel == "" {
		return ""
	}
	return "discord:" + c.AdminChannel
}

// silenceFault looks at what is told when nothing is.
func (c BotConfig) silenceFault() *fault {
	if a := c.Discord.AdminChannel; a != "" && !snowflake.MatchString(a) {
		return &fault{path: "$.bot.discord.admin_channel", text: fmt.Sprintf("%q is no channel's id", a), good: `"123456789012345678"`}
	}
	if _, err := time.Parse("15:04", c.AllQuiet.At); c.AllQuiet.At != "" && err != nil {
		return &fault{path: "$.bot.all_quiet.at", text: fmt.Sprintf("%q is no hour of the day", c.AllQuiet.At), good: `"09:00"`}
	}
	place := WatchConfig{Channel: c.AllQuiet.Channel}.place()
	if id, _ := strings.CutPrefix(place, "discord:"); place != "console" && !snowflake.MatchString(id) {
		return &fault{path: "$.bot.all_quiet.channel", text: fmt.Sprintf("%q is neither a channel's id nor console", c.AllQuiet.Channel), good: `"123456789012345678"`}
	}
	return nil
}
