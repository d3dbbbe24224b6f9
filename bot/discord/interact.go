package discord

import (
	"context"
	"github.com/bwmarrin/discordgo"
)

func (s *Surface) interaction(ctx context.Context, i *discordgo.Interaction) {}
